package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The money is gone already: what is known goes out with one key and stays in sight until the payment is stopped. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MoneyGoneTest {

    private static final String KNOWN = """
            {"paidAt":"%s","amountCents":5000000,"fromBank":"甲银行","fromAccount":"6222021234567890","toBank":"乙银行",
             "toAccount":"6217009876543210","toName":"王某"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private static String path(String id) {
        return "/api/warning/episodes/" + id + "/stop-requests";
    }

    private static String known(Duration ago) {
        return KNOWN.formatted(Instant.now().minus(ago));
    }

    @Test
    void sp03_sp04_whatIsKnownGoesToThoseOnDutyAndIsTheOutcomeToo() {
        String id = city.warned("high", true, STREET);

        JsonNode asked = city.post("clerk", path(id), known(Duration.ofMinutes(6)));

        assertThat(asked.get("state").asString()).isEqualTo("follow-up");
        assertThat(asked.get("outcome").get("lostCents").asLong()).isEqualTo(5_000_000);
        assertThat(city.openOrders(id)).contains("stop-payment", "follow-up");
        JsonNode waiting = asked.get("stopRequests").get(0);
        assertThat(waiting.get("unit").asString()).isEqualTo("通辽市反诈中心");
        assertThat(waiting.get("onDuty").asBoolean()).isTrue();
        assertThat(waiting.get("state").asString()).isEqualTo("issued");
        Instant due = Instant.parse(waiting.get("dueAt").asString());
        Instant since = Instant.parse(waiting.get("askedAt").asString());
        assertThat(Duration.between(since, due)).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
    }

    @Test
    void sp06_whoSignedForTheOrderSeesTheAccountsWholeAndTheLogSaysSo() {
        String id = city.warned("high", true, STREET);
        city.post("clerk", path(id), known(Duration.ofMinutes(6)));
        String order = city.orderOn(id, "stop-payment");
        String accounts = "/api/warning/stop-orders/" + order + "/accounts";
        assertThat(city.refused(403, "issuer", accounts, "")).isEqualTo("warning.stop-sign-first");
        city.as("issuer").post("/api/order/orders/" + order + "/sign", "");

        JsonNode payment = city.post("issuer", accounts, "").get("items").get(0);

        assertThat(payment.get("toAccount").asString()).isEqualTo("6217009876543210");
        assertThat(payment.get("fromBank").asString()).isEqualTo("甲银行");
        assertThat(payment.get("amountCents").asLong()).isEqualTo(5_000_000);
        assertThat(city.get("privacy", "/api/audit/entries?action=warning.stop-payment")
                        .toString())
                .contains(id, "accounts")
                .doesNotContain("6217009876543210");
        String visit = city.orderOn(id, "follow-up");
        assertThat(city.as("issuer")
                        .post("/api/warning/stop-orders/" + visit + "/accounts", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void sp02_cardsAndNamesAreSealedAndShownMaskedForAPurposeOnly() {
        String id = city.warned("high", true, STREET);
        JsonNode asked = city.post("clerk", path(id), known(Duration.ofMinutes(6)));
        String stop = city.orderOn(id, "stop-payment");
        String outside = asked.toString()
                + city.as("command").get("/api/order/orders/" + stop).body()
                + city.get("privacy", "/api/audit/entries?action=warning.stop.asked");
        assertThat(outside).contains(id).doesNotContain("6222021234567890", "6217009876543210", "甲银行", "王某");

        JsonNode payment = city.post("clerk", "/api/warning/episodes/" + id + "/open", "{\"purpose\":\"dissuade\"}")
                .get("payments")
                .get(0);

        assertThat(payment.get("fromAccount").asString()).isEqualTo("****7890");
        assertThat(payment.get("toAccount").asString()).isEqualTo("****3210");
        assertThat(payment.get("toName").asString()).isEqualTo("王某");
        assertThat(city.as("far").post(path(id), known(Duration.ofMinutes(6))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void sp03_withoutAnAmountOnlyTheOrderGoesOutAndWhatIsToldLaterGoesWithIt() {
        String id = city.warned("high", true, STREET);
        String timeOnly = "{\"paidAt\":\"%s\"}".formatted(Instant.now().minusSeconds(120));

        JsonNode asked = city.post("clerk", path(id), timeOnly);
        JsonNode more = city.post("clerk", path(id), timeOnly.replace("}", ",\"toBank\":\"乙银行\"}"));

        assertThat(asked.get("outcome").isNull()).isTrue();
        assertThat(city.openOrders(id)).containsOnlyOnce("stop-payment");
        List<String> orders = texts(more.get("stopRequests"), "orderId");
        assertThat(orders).hasSize(2).containsOnly(city.orderOn(id, "stop-payment"));
    }

    @Test
    void sp05_endingTheEpisodeDoesNotEndTheRequest() {
        String id = city.warned("high", true, STREET);
        city.post("clerk", path(id), known(Duration.ofMinutes(6)));

        JsonNode closed = city.outcome("clerk", id, "{\"kind\":\"reached\"}");

        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(city.openOrders(id)).containsExactly("stop-payment");
        assertThat(closed.get("stopRequests").get(0).get("state").asString()).isEqualTo("issued");
        assertThat(city.refused(409, "clerk", path(id), known(Duration.ofMinutes(6))))
                .isEqualTo("warning.episode-closed");
    }

    @Test
    void sp01_onlyTheTimeIsNeededAndItMustBePossible() {
        String id = city.warned("high", true, STREET);

        assertThat(city.refused(422, "clerk", path(id), "{}")).isEqualTo("warning.stop-needs-time");
        assertThat(city.refused(422, "clerk", path(id), known(Duration.ofHours(-1))))
                .isEqualTo("warning.stop-in-the-future");
        assertThat(city.refused(422, "clerk", path(id), known(Duration.ofDays(31))))
                .isEqualTo("warning.stop-too-old");
        assertThat(city.refused(422, "clerk", path(id), known(Duration.ZERO).replace("5000000", "-1")))
                .isEqualTo("warning.stop-amount");
        assertThat(city.openOrders(id)).doesNotContain("stop-payment");
    }

    @Test
    void sp04_whereNobodyIsOnDutyForItTheCentreDoesItVisibly() {
        staffing.apply(new Roster(
                List.of(new NewUnit(
                        "1505-fz", "1505", "通辽市反诈中心", "city", "police", List.of("anti-fraud-centre"), List.of())),
                List.of()));
        try {
            String id = city.warned("high", true, STREET);

            JsonNode waiting = city.post("clerk", path(id), known(Duration.ofMinutes(6)))
                    .get("stopRequests")
                    .get(0);

            assertThat(waiting.get("unit").asString()).isEqualTo("霍林郭勒市公安局");
            assertThat(waiting.get("onDuty").asBoolean()).isFalse();
        } finally {
            staffing.apply(Tongliao.roster());
        }
    }
}
