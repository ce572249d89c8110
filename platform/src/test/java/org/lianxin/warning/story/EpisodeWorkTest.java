package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Unmasking, parting and joining, handing over, routing, and what follows when a person is not reached. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EpisodeWorkTest {

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

    private static String path(String id, String deed) {
        return "/api/warning/episodes/" + id + "/" + deed;
    }

    @Test
    void aNumberIsUnmaskedForAReasonThatTheLogKeeps() {
        String id = city.warned("high", true, STREET);
        JsonNode opened = city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}");
        String phone = opened.get("phones").get(0).get("id").asString();
        assertThat(opened.get("phones").get(0).get("masked").asString()).contains("****");
        assertThat(opened.get("fields").get("补充").asString()).isEqualTo("卡号 ****7890，护照 ****5678，10 点前转 5 万");

        String noReason = "{\"field\":\"phone:%s\",\"reason\":\" \"}".formatted(phone);
        assertThat(city.refused(422, "clerk", path(id, "unmask"), noReason)).isEqualTo("warning.reason-needed");
        String asked = "{\"field\":\"phone:%s\",\"reason\":\"换座机回拨\"}".formatted(phone);
        assertThat(city.post("clerk", path(id, "unmask"), asked).get("value").asString())
                .matches("1390475[0-9]{4}");
        assertThat(city.refused(404, "far", path(id, "unmask"), asked)).isEqualTo("shared.missing");
        assertThat(city.refused(404, "neighbour", path(id, "unmask"), asked)).isEqualTo("shared.missing");

        JsonNode log = city.get("privacy", "/api/audit/entries?action=warning.dissuade")
                .get("items");
        assertThat(texts(log, "subject")).anyMatch(subject -> subject.contains(id));
        assertThat(log.toString()).contains("换座机回拨").doesNotContain("包玉兰").doesNotContain("1390475");
    }

    @Test
    void anOfficerWithTheVisitInHandMayUnmaskAndReadWhatColleaguesWrote() {
        String id = city.warned("high", false, STREET);
        city.outcome("clerk", id, "{\"kind\":\"refused\",\"note\":\"对方说在开会，不听劝\"}");
        String visit = city.orderOn(id, "visit");
        city.post("officer", "/api/order/orders/" + visit + "/sign", "{}");

        JsonNode opened =
                city.post("officer", path(id, "open"), "{\"purpose\":\"visit\",\"orderId\":\"%s\"}".formatted(visit));

        assertThat(opened.get("notes").get(0).get("words").asString()).isEqualTo("对方说在开会，不听劝");
        assertThat(opened.get("notes").get(0).get("by").asString()).isEqualTo("乌云");
        String phone = opened.get("phones").get(0).get("id").asString();
        String asked = "{\"field\":\"%s\",\"reason\":\"敲门无人，电话联系\",\"orderId\":\"%s\"}".formatted(phone, visit);
        assertThat(city.post("officer", path(id, "unmask"), asked).get("value").asString())
                .startsWith("1390475");
    }

    @Test
    void nobodyIsCalledByTwoAtOnceAndWhatWasSaidStaysSealed() {
        String id = city.warned("high", false, STREET);
        JsonNode opened = city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}");
        String ask = "{\"phoneId\":\"%s\"}"
                .formatted(opened.get("phones").get(0).get("id").asString());
        String call = city.post("clerk", path(id, "calls"), ask).get("callId").asString();
        assertThat(city.refused(409, "county", path(id, "calls"), ask)).isEqualTo("warning.call-of-colleague");

        city.post("clerk", path(id, "calls/" + call + "/result"), "{\"result\":\"busy\",\"note\":\"背景里有人指挥\"}");

        city.post("county", path(id, "calls"), ask);
        JsonNode notes = city.post("county", path(id, "open"), "{\"purpose\":\"dissuade\"}")
                .get("notes");
        assertThat(texts(notes, "words")).containsExactly("背景里有人指挥");
    }

    @Test
    void whatWasJoinedIsPartedAndJoinedAgainAndNothingIsLost() {
        String phone = WorkingCity.freshPhone();
        String number = city.signal(phone, "high", false, STREET);
        assertThat(city.signal(phone, "medium", false, STREET)).isEqualTo(number);
        String id = city.episodeOf(number);
        JsonNode both = city.episode("clerk", id);
        assertThat(both.get("signals")).hasSize(2);
        String newest = both.get("signals").get(0).get("id").asString();

        city.post("clerk", path(id, "split"), "{\"signalIds\":[\"%s\"]}".formatted(newest));
        JsonNode left = city.episode("clerk", id);
        assertThat(left.get("signals")).hasSize(1);
        JsonNode line = left.get("history").get(0);
        assertThat(line.get("action").asString()).isEqualTo("split");
        String parted = line.get("number").asString();
        assertThat(parted).isNotEqualTo(number);
        String other = city.episodeOf(parted);
        assertThat(city.post("clerk", path(other, "open"), "{\"purpose\":\"join-check\"}")
                        .get("name")
                        .asString())
                .isEqualTo("包玉兰");
        assertThat(city.openOrders(other)).isNotEmpty();
        assertThat(city.refused(
                        422,
                        "clerk",
                        path(id, "split"),
                        "{\"signalIds\":[\"%s\"]}"
                                .formatted(left.get("signals").get(0).get("id").asString())))
                .isEqualTo("warning.split-all");

        city.post("clerk", path(id, "join"), "{\"otherNumber\":\"%s\"}".formatted(parted));
        assertThat(texts(city.episode("clerk", id).get("signals"), "id"))
                .contains(newest)
                .hasSize(2);
        assertThat(city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}")
                        .get("signals"))
                .hasSize(2);
        JsonNode gone = city.episode("clerk", other);
        assertThat(gone.get("state").asString()).isEqualTo("closed");
        assertThat(city.openOrders(other)).isEmpty();
        assertThat(city.get("clerk", "/api/warning/episodes?q=" + phone.substring(7) + "&view=centre")
                        .get("items"))
                .hasSize(1);
        assertThat(city.refused(404, "far", path(id, "join"), "{\"otherNumber\":\"%s\"}".formatted(number)))
                .isEqualTo("shared.missing");
    }

    @Test
    void aHandOverCountsWhenTheOtherUnitSigns() {
        String id = city.warned("high", false, STREET);
        assertThat(city.refused(422, "clerk", path(id, "outcomes"), "{\"kind\":\"handed-over\"}"))
                .isEqualTo("warning.outcome-handed-over-needs-unit");
        JsonNode handing = city.outcome(
                "clerk", id, "{\"kind\":\"handed-over\",\"toUnitId\":\"%s\"}".formatted(city.unit("150502")));
        assertThat(handing.get("state").asString()).isEqualTo("handing-over");
        assertThat(city.openOrders(id)).containsExactly("take-over");
        assertThat(city.as("far").get("/api/warning/episodes/" + id).statusCode())
                .isEqualTo(404);

        city.post("far", "/api/order/orders/" + city.orderOn(id, "take-over") + "/sign", "{}");

        JsonNode taken = city.episode("far", id);
        assertThat(taken.get("state").asString()).isEqualTo("working");
        assertThat(taken.get("holder").get("staff").asString()).isEqualTo("测试far");
        assertThat(city.post("far", path(id, "open"), "{\"purpose\":\"dissuade\"}")
                        .get("name")
                        .asString())
                .isEqualTo("包玉兰");
        assertThat(city.as("county").get("/api/warning/episodes/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void wa23_aHandOverThatIsReturnedComesBackAsAnOrderToDecide() {
        String id = city.warned("high", false, STREET);
        city.outcome("clerk", id, "{\"kind\":\"handed-over\",\"toUnitId\":\"%s\"}".formatted(city.unit("150502")));

        city.post("far", "/api/order/orders/" + city.orderOn(id, "take-over") + "/return", "{\"reason\":\"人在外地\"}");

        assertThat(city.episode("clerk", id).get("state").asString()).isEqualTo("working");
        assertThat(city.openOrders(id)).containsExactly("decide");
        String decide = city.orderOn(id, "decide");
        city.post("second", "/api/order/orders/" + decide + "/sign", "{}");
        assertThat(city.refused(409, "second", "/api/order/orders/" + decide + "/meet", "{}"))
                .isEqualTo("order.last-of-case");
        city.outcome("clerk", id, "{\"kind\":\"handed-over\",\"toUnitId\":\"%s\"}".formatted(city.unit("150581")));
        assertThat(city.openOrders(id)).contains("take-over");
    }

    @Test
    void anUnclearAddressIsRoutedByAClerkAndTheOrdersFollow() {
        String id = city.warned("high", false, "住在老地方");
        JsonNode queue = city.get("clerk", "/api/warning/routing?size=200").get("items");
        assertThat(texts(queue, "episodeId")).contains(id);
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("route", "call");
        assertThat(city.post("clerk", path(id, "open"), "{\"purpose\":\"route\"}")
                        .get("name")
                        .asString())
                .isEmpty();

        JsonNode routed = city.post("clerk", path(id, "route"), "{\"divisionCode\":\"150581001\"}");

        assertThat(routed.get("state").asString()).isEqualTo("open");
        assertThat(routed.get("place").get("shortName").asString()).isEqualTo("霍林郭勒市珠斯花街道");
        assertThat(routed.get("place").get("name").asString()).startsWith("内蒙古");
        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
        JsonNode line = routed.get("history").get(0);
        assertThat(line.get("action").asString()).isEqualTo("routed");
        assertThat(line.get("staffName").asString()).isEqualTo("乌云");
        assertThat(city.refused(422, "clerk", path(id, "route"), "{\"divisionCode\":\"110101001\"}"))
                .isEqualTo("warning.nobody-answers");
    }

    @Test
    void ofManyVillagesOfOneNameThoseOfTheReceiversCityComeFirst() {
        String id = city.warned("medium", false, "红星村");
        JsonNode queue = city.get("clerk", "/api/warning/routing?size=200").get("items");
        JsonNode item = queue.valueStream()
                .filter(each -> each.get("episodeId").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("reason").asString()).isEqualTo("ambiguous");
        assertThat(texts(item.get("candidates"), "code"))
                .hasSize(20)
                .first()
                .asString()
                .startsWith("1505");
    }

    @Test
    void wa26_whoRefusesWasNotReachedAndWhoDoesNotBelieveWas() {
        String refusing = city.warned("medium", false, STREET);
        city.outcome("clerk", refusing, "{\"kind\":\"refused\"}");
        String doubting = city.warned("medium", false, STREET);
        city.outcome("clerk", doubting, "{\"kind\":\"not-believed\"}");

        assertThat(city.refused(
                        422,
                        "clerk",
                        path(refusing, "outcomes"),
                        "{\"kind\":\"refused\",\"savedCents\":100,\"savedHow\":\"银行\"}"))
                .isEqualTo("warning.outcome-saved-without-reaching");
        assertThat(city.openOrders(refusing)).contains("visit");
        assertThat(city.openOrders(doubting)).containsExactly("visit");
        assertThat(city.episode("clerk", doubting).get("state").asString()).isEqualTo("follow-up");
    }

    @Test
    void theHistorySpeaksTheReadersLanguageAndCarriesFigures() {
        String id = city.warned("high", true, STREET);
        city.outcome(
                "clerk",
                id,
                "{\"kind\":\"partly-paid\",\"lostCents\":500000,\"savedCents\":2500000,\"savedHow\":\"银行已拦截\",\"note\":\"家属在场\"}");

        JsonNode line = city.episode("clerk", id).get("history").get(0);
        assertThat(line.get("what").asString()).isEqualTo("结果：已部分转出");
        assertThat(line.get("detail").asString()).isEqualTo("保住 25,000.00 元 · 已转出 5,000.00 元");
        assertThat(line.get("actor").asString()).isEqualTo("乌云");
        assertThat(line.get("action").asString()).isEqualTo("outcome");
        assertThat(line.get("kind").asString()).isEqualTo("partly-paid");
        assertThat(line.get("savedCents").asLong()).isEqualTo(2_500_000);
        assertThat(line.toString()).doesNotContain("银行已拦截");
        JsonNode english = WorkingCity.read(
                org.lianxin.testing.Browser.signedIn(
                                "http://localhost:" + port, "second", org.lianxin.organisation.Tongliao.PASSWORD)
                        .inEnglish()
                        .get("/api/warning/episodes?q=none"),
                200);
        assertThat(english.get("items")).isEmpty();
        assertThat(city.openOrders(id)).contains("stop-payment", "follow-up");
    }

    @Test
    void aPaymentToBeStoppedOutlivesTheEpisode() {
        String id = city.warned("high", true, STREET);
        city.outcome("clerk", id, "{\"kind\":\"partly-paid\",\"lostCents\":500000}");

        city.outcome("clerk", id, "{\"kind\":\"reached\"}");

        assertThat(city.openOrders(id)).containsExactly("stop-payment");
        String stop = city.orderOn(id, "stop-payment");
        city.post("issuer", "/api/order/orders/" + stop + "/sign", "{}");
        city.post("issuer", "/api/order/orders/" + stop + "/meet", "{\"note\":\"已止付\"}");
        assertThat(city.openOrders(id)).isEmpty();
    }

    @Test
    void todaysSignalsAddUp() {
        String phone = WorkingCity.freshPhone();
        JsonNode before = city.get("second", "/api/warning/episodes/counts");
        city.signal(phone, "high", false, STREET);
        city.signal(phone, "high", false, STREET);

        JsonNode counts = city.get("clerk", "/api/warning/episodes/counts");

        List<String> parts = List.of("newToday", "mergedToday", "historyToday", "rejectedToday");
        assertThat(parts.stream().mapToInt(part -> counts.get(part).asInt()).sum())
                .isEqualTo(counts.get("signalsToday").asInt());
        assertThat(counts.get("newToday").asInt()).isPositive();
        assertThat(counts.get("mergedToday").asInt()).isPositive();
        assertThat(before.has("signalsToday")).isTrue();
    }
}
