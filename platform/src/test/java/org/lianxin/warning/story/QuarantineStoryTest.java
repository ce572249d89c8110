package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.Arrived;
import org.lianxin.warning.stream.StreamIntake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** WA-64 at the desk: who sees what a stream could not deliver, why, and what they can do about it. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QuarantineStoryTest {

    private static final String ROOT = "/api/warning/quarantine";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private StreamIntake intake;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private void arrived(String topic, String value) {
        Sender bank = Sender.machine("银行", units.findByCode("150581").orElseThrow(), null);
        intake.take(bank, List.of(new Arrived(topic, 2, 41, value.getBytes(StandardCharsets.UTF_8))));
    }

    private List<JsonNode> of(String topic, String account, String query) {
        return city.get(account, ROOT + query)
                .get("items")
                .valueStream()
                .filter(each -> each.get("topic").asString().equals(topic))
                .toList();
    }

    @Test
    void wa64_aClerkSeesWhereItLiesAndWhyTriesItAgainAndSetsItAside() {
        arrived("story", "{\"sourceId\":\"q1\",\"name\":\"包玉兰\"");
        JsonNode record = of("story", "county", "").getFirst();
        String id = record.get("id").asString();

        assertThat(record.toString()).contains("\"offset\":\"41\"", "不是 JSON").doesNotContain("包玉兰");
        assertThat(of("story", "far", "")).isEmpty();
        assertThat(city.refused(404, "far", ROOT + "/" + id + "/again", "")).isEqualTo("shared.missing");
        assertThat(city.post("county", ROOT + "/" + id + "/again", "")
                        .get("state")
                        .asString())
                .isEqualTo("waiting");
        assertThat(city.post("county", ROOT + "/" + id + "/set-aside", "")
                        .get("decidedBy")
                        .asString())
                .isNotBlank();
        assertThat(city.refused(409, "county", ROOT + "/" + id + "/again", "")).isEqualTo("warning.quarantine-decided");
        assertThat(of("story", "county", "")).isEmpty();
        assertThat(of("story", "county", "?state=set-aside")).hasSize(1);
        assertThat(city.get("county", ROOT).get("counts").get("setAside").asInt())
                .isPositive();
    }

    @Test
    void whereNothingIsListenedToTheStreamIsWell() {
        Browser anybody = new Browser("http://localhost:" + port);
        assertThat(anybody.get("/actuator/health/stream").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/actuator/health").body()).contains("UP").doesNotContain("stream.topic");
    }
}
