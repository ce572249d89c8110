package org.lianxin.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OR-17: the help key of the field page. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HelpWebTest {

    private static final String HELP = "/api/order/help";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    private Browser browser(String account) {
        return Browser.signedIn("http://localhost:" + port, account, Tongliao.PASSWORD);
    }

    private JsonNode body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    @Test
    void or17_theOwnUnitAndTheNearestCommandAreToldAtOnceBeforeAllOtherWork() {
        Browser officer = browser("officer");
        JsonNode own = body(officer.post(HELP, "{\"note\":\"二楼，对方有刀\"}"), 201);
        assertThat(own.get("kind").asString()).isEqualTo("help");
        assertThat(own.get("urgency").asString()).isEqualTo("LIFE");
        assertThat(own.get("title").asString()).contains("巴图");
        assertThat(own.get("detail").asString()).isEqualTo("二楼，对方有刀");
        assertThat(own.get("to").get("unitId").asString())
                .isEqualTo(units.findByCode("150581-zs").orElseThrow().id().toString());

        JsonNode countys = body(browser("chief").get("/api/order/inbox?unit=unit&state=open"), 200)
                .get("items");
        assertThat(countys.get(0).get("kind").asString()).isEqualTo("help");
    }

    @Test
    void or17_whoCallsForHelpChoosesNeitherAddresseeNorDeadline() {
        Browser officer = browser("officer");
        String asked = "{\"note\":\"来人\",\"toUnitId\":\"%s\",\"dueAt\":\"2030-01-01T00:00:00Z\",\"title\":\"别的事\"}"
                .formatted(units.findByCode("15").orElseThrow().id());

        JsonNode own = body(officer.post(HELP, asked), 201);

        assertThat(own.get("to").get("unitName").asString()).isEqualTo("珠斯花派出所");
        assertThat(own.get("title").asString()).doesNotContain("别的事");
        assertThat(own.get("dueAt").asString()).doesNotStartWith("2030");
        assertThat(officer.post("/api/order/orders", asked).statusCode()).isEqualTo(403);
        assertThat(browser("rules").post(HELP, "{}").statusCode()).isEqualTo(403);
        assertThat(officer.post("/api/order/orders/" + java.util.UUID.randomUUID() + "/help", "{}")
                        .statusCode())
                .isEqualTo(404);
    }
}
