package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.runtime.Instance;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** WA-34: a call whose answer was lost is asked for again, and no code lies anywhere for it. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CallAgainTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Instance instance;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private JsonNode call(String episode, UUID key) {
        Browser clerk = city.as("clerk");
        return WorkingCity.read(
                clerk.send(clerk.request("POST", "/api/warning/episodes/" + episode + "/calls", "{}")
                        .header("X-Lianxin", "1")
                        .header("Idempotency-Key", key.toString())
                        .build()),
                200);
    }

    private JdbcClient owner() {
        var database = instance.database();
        return JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().user(), database.owner().password()));
    }

    private List<String> kept(UUID key) {
        return owner().sql("select a::text from \"order\".answer a where key = ?")
                .param(key)
                .query(String.class)
                .list();
    }

    @Test
    void wa34_theSameRequestAgainIsTheSameCallWithAFreshCodeAndNoneIsKept() {
        String episode = city.warned("high", true, STREET);
        UUID key = UUID.randomUUID();

        JsonNode first = call(episode, key);
        JsonNode again = call(episode, key);

        assertThat(again.get("callId")).isEqualTo(first.get("callId"));
        assertThat(owner().sql("select count(*) from warning.phone_call where episode_id = ?::uuid")
                        .param(episode)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(kept(key))
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .contains(first.get("callId").asString())
                        .doesNotContain("lastFour")
                        .doesNotContain(code(first), code(again), "callerCode"));
        assertThat(isGenuine(first)).isTrue();
        assertThat(isGenuine(again)).isTrue();
    }

    private static String code(JsonNode call) {
        return call.get("callerCode").get("code").asString();
    }

    private boolean isGenuine(JsonNode call) {
        String lastFour = call.get("callerCode").get("lastFour").asString();
        String asked = "{\"code\":\"%s\",\"lastFour\":\"%s\"}".formatted(code(call), lastFour);
        return WorkingCity.read(new Browser("http://localhost:" + port).post("/api/public/verify", asked), 200)
                .get("genuine")
                .asBoolean();
    }

    @Test
    void wa43_noNumberIsOpenedForACallThatCannotBePlaced() {
        Instant longAgo = Instant.now().minus(20, ChronoUnit.DAYS);
        String number = city.signal(WorkingCity.freshPhone(), "high", false, STREET, longAgo);
        UUID episode = owner().sql("select id from warning.episode where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
        String path = "/api/warning/episodes/" + episode;

        assertThat(city.refused(409, "clerk", path + "/calls", "{}")).isEqualTo("warning.episode-closed");
        assertThat(city.refused(409, "clerk", path + "/caller-codes", "{}")).isEqualTo("warning.episode-closed");
    }
}
