package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;
import static org.lianxin.warning.story.WorkingCity.texts;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** F3: nobody answers. Every way to the person at once, and whoever is quicker ends the others. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NobodyAnswersTest {

    private static final String ALL = """
            {"tracks":[{"track":"other-numbers"},{"track":"family","basis":"danger"},{"track":"work-unit"},{"track":"committee"},
                       {"track":"patrol"},{"track":"bank"}]}""";
    private static final List<String> KINDS =
            List.of("call-others", "family", "work-unit", "village-committee", "search", "bank-notice");

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;

    @BeforeEach
    void aCityWithPartners() {
        city = new WorkingCity(port, staffing, units);
        staffing.apply(new Roster(
                List.of(
                        partner("150581-cw", "河东社区居委会", "village-committee"),
                        partner("150581-yh", "甲银行珠斯花支行", "bank-notice")),
                List.of(contact("7101", "committee", "150581-cw"), contact("7102", "teller", "150581-yh"))));
    }

    private static NewUnit partner(String code, String name, String kind) {
        String level = "partner";
        return new NewUnit(code, "150581-zs", name, level, kind.replace("-notice", ""), List.of(kind), List.of());
    }

    private static NewStaff contact(String number, String account, String unit) {
        NewPost post = new NewPost(unit, "联络员", Set.of(Role.PARTNER_CONTACT), DataScope.UNIT, List.of());
        return new NewStaff(number, "测试" + account, account, Tongliao.PASSWORD, null, List.of(post), List.of());
    }

    private static String path(String id, String deed) {
        return "/api/warning/episodes/" + id + "/" + deed;
    }

    private static String track(String order, String deed) {
        return "/api/warning/tracks/" + order + "/" + deed;
    }

    private String sought() {
        String id = city.warned("high", true, STREET);
        city.post("clerk", path(id, "tracks"), ALL);
        return id;
    }

    private JsonNode line(String id, String track) {
        return city.episode("clerk", id)
                .get("search")
                .get("tracks")
                .valueStream()
                .filter(each -> each.get("track").asString().equals(track))
                .findFirst()
                .orElseThrow();
    }

    private void sign(String account, String order) {
        city.post(account, "/api/order/orders/" + order + "/sign", "{}");
    }

    private String answered(String id, String result) {
        JsonNode opened = city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}");
        String ask = "{\"phoneId\":\"%s\"}"
                .formatted(opened.get("phones").get(0).get("id").asString());
        String call = city.post("clerk", path(id, "calls"), ask).get("callId").asString();
        return "/api/warning/episodes/" + id + "/calls/" + call + "/result|" + result;
    }

    @Test
    void tk01_tk02_oneKeyOpensEveryTrackOnOneClockAndNothingTwice() {
        String id = sought();

        assertThat(city.openOrders(id)).contains("call", "visit").containsAll(KINDS);
        List<JsonNode> opened = city.ordersOn(id).stream()
                .filter(order -> KINDS.contains(order.get("kind").asString()))
                .toList();
        assertThat(opened).extracting(order -> order.get("dueAt").asString()).containsOnly(until(id));
        assertThat(to(opened, "village-committee")).isEqualTo("河东社区居委会");
        assertThat(to(opened, "bank-notice")).isEqualTo("甲银行珠斯花支行");
        assertThat(to(opened, "search")).isEqualTo("珠斯花派出所");
        assertThat(to(opened, "work-unit")).isEqualTo(to(opened, "family"));

        city.post("clerk", path(id, "tracks"), ALL);
        assertThat(city.ordersOn(id)).hasSize(opened.size() + 2);
        assertThat(city.refused(422, "clerk", path(id, "tracks"), "{\"tracks\":[{\"track\":\"phone\"}]}"))
                .isEqualTo("warning.track-not-openable");
    }

    private String until(String id) {
        return city.episode("clerk", id).get("search").get("until").asString();
    }

    private static String to(List<JsonNode> orders, String kind) {
        return orders.stream()
                .filter(order -> order.get("kind").asString().equals(kind))
                .map(order -> order.get("to").get("unitName").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tk01_whatTheAttemptsOrderedAlreadyIsTheSameTrack() {
        String id = city.warned("medium", false, STREET);
        String[] call = answered(id, "{\"result\":\"switched-off\"}").split("\\|", 2);
        city.post("clerk", call[0], call[1]);
        assertThat(line(id, "other-numbers").get("state").asString()).isEqualTo("sent");

        city.post("clerk", path(id, "tracks"), "{\"tracks\":[{\"track\":\"other-numbers\"},{\"track\":\"patrol\"}]}");

        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "call-others", "search");
        assertThat(city.ordersOn(id))
                .filteredOn(order -> !order.get("kind").asString().equals("call"))
                .extracting(order -> order.get("dueAt").asString().substring(0, 19))
                .containsOnly(until(id).substring(0, 19));
    }

    @Test
    void tk03_tk04_familyIsNeitherOrderedNorDialledWithoutABasis() {
        String id = city.episodeOf(city.signalWith("家属电话", "13800004417"));
        String family = "{\"tracks\":[{\"track\":\"family\"%s}]}";
        assertThat(city.refused(422, "clerk", path(id, "tracks"), family.formatted("")))
                .isEqualTo("warning.track-needs-basis");
        assertThat(city.refused(422, "clerk", path(id, "tracks"), family.formatted(",\"basis\":\"consent\"")))
                .isEqualTo("warning.track-basis-needs-words");
        assertThat(city.refused(422, "clerk", path(id, "tracks"), family.formatted(",\"basis\":\"danger\"")))
                .isEqualTo("warning.track-no-danger");
        String theirs = city.post("clerk", path(id, "open"), "{\"purpose\":\"dissuade\"}")
                .get("phones")
                .get(1)
                .get("id")
                .asString();
        String dial = "{\"phoneId\":\"%s\"}".formatted(theirs);
        assertThat(city.refused(422, "clerk", path(id, "calls"), dial)).isEqualTo("warning.track-needs-basis");

        city.post("clerk", path(id, "tracks"), family.formatted(",\"basis\":\"consent\",\"words\":\"上次回访时本人说可以找女儿\""));

        JsonNode basis = city.episode("clerk", id).get("search").get("familyBasis");
        assertThat(basis.get("basis").asString()).isEqualTo("consent");
        assertThat(basis.get("by").asString()).isEqualTo("乌云");
        city.post("clerk", path(id, "calls"), dial);
        JsonNode log = city.get("privacy", "/api/audit/entries?action=warning.family.basis")
                .get("items");
        assertThat(log.toString()).contains(id, "consent").doesNotContain("女儿");
    }

    @Test
    void tk05_aPartnerLearnsWhomToLookForAndNothingElse() {
        String id = sought();
        String order = city.orderOn(id, "village-committee");
        assertThat(city.refused(403, "committee", track(order, "told"), "{}")).isEqualTo("warning.track-sign-first");
        String before = city.as("committee").get("/api/order/orders/" + order).body();
        sign("committee", order);

        JsonNode told = city.post("committee", track(order, "told"), "{}");
        String teller = city.orderOn(id, "bank-notice");
        sign("teller", teller);
        JsonNode toldBank = city.post("teller", track(teller, "told"), "{}");

        assertThat(told.propertyNames()).containsExactlyInAnyOrder("name", "address", "ask");
        assertThat(told.get("name").asString()).isEqualTo("包玉兰");
        assertThat(told.get("address").asString()).isEqualTo(STREET);
        assertThat(toldBank.get("name").asString()).isEqualTo("包玉兰");
        assertThat(toldBank.get("address").isNull()).isTrue();
        String all = before
                + told
                + toldBank
                + city.as("committee").get("/api/order/inbox?unit=unit").body()
                + city.as("teller").get("/api/order/orders/" + teller).body();
        assertThat(all)
                .doesNotContain(
                        "公检法", "诈骗", "受骗", "30000000", "1390475", "6222 0212", "E12345678", "YJ-", "高危", "通话 40");
        for (String deed : List.of("open", "tracks", "outcomes")) {
            assertThat(city.as("committee")
                            .post(path(id, deed), "{\"purpose\":\"dissuade\"}")
                            .statusCode())
                    .as(deed)
                    .isIn(403, 404);
        }
        assertThat(city.as("committee").get("/api/warning/episodes/" + id).statusCode())
                .isEqualTo(403);
        assertThat(city.as("teller").post(track(order, "told"), "{}").statusCode())
                .isEqualTo(404);
        JsonNode log =
                city.get("privacy", "/api/audit/entries?action=warning.track").get("items");
        assertThat(log.toString()).contains(id).doesNotContain("包玉兰");
    }

    @Test
    void tk07_tk08_anAnsweredCallEndsTheSearchAndEveryOrderSaysByWhomAndHow() {
        String id = sought();
        String patrol = city.orderOn(id, "search");
        sign("officer", patrol);

        String[] call = answered(id, "{\"result\":\"reached\"}").split("\\|", 2);
        city.post("clerk", call[0], call[1]);

        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
        JsonNode ended = city.get("officer", "/api/order/orders/" + patrol);
        assertThat(ended.get("state").asString()).isEqualTo("withdrawn");
        assertThat(ended.get("ended").get("words").asString()).isEqualTo("已找到，任务结束：通辽市反诈中心 乌云，打通本人电话");
        assertThat(line(id, "committee").get("words").asString()).isEqualTo("已找到，任务结束：通辽市反诈中心");
        assertThat(line(id, "patrol").get("state").asString()).isEqualTo("ended");
        assertThat(foundLines(id)).isEqualTo(1);
    }

    @Test
    void tk07_theOutcomeOfAVisitEndsAllThatIsLeft() {
        String id = sought();
        String patrol = city.orderOn(id, "search");
        sign("officer", patrol);

        city.outcome("officer", id, "{\"kind\":\"reached\",\"orderId\":\"%s\"}".formatted(patrol));

        assertThat(city.openOrders(id)).isEmpty();
        assertThat(line(id, "patrol").get("state").asString()).isEqualTo("reached");
        assertThat(line(id, "phone").get("words").asString()).isEqualTo("已找到，任务结束：珠斯花派出所 巴图，巡查找到");
    }

    @Test
    void tk09_whoIsFoundIsCalledAndWhoIsNotFoundIsSoughtOn() {
        String id = sought();
        String bank = city.orderOn(id, "bank-notice");
        sign("teller", bank);
        city.post("teller", track(bank, "report"), "{\"result\":\"not-found\",\"note\":\"今天没来过网点\"}");
        assertThat(line(id, "bank").get("state").asString()).isEqualTo("failed");
        assertThat(city.openOrders(id)).contains("village-committee", "search", "call");

        String committee = city.orderOn(id, "village-committee");
        sign("committee", committee);
        city.post("committee", track(committee, "report"), "{\"result\":\"found\"}");

        assertThat(city.openOrders(id)).containsExactlyInAnyOrder("call", "visit");
        assertThat(line(id, "committee").get("state").asString()).isEqualTo("reached");
        assertThat(city.episode("clerk", id).get("state").asString()).isNotEqualTo("closed");
        assertThat(city.refused(409, "committee", track(committee, "report"), "{\"result\":\"found\"}"))
                .isEqualTo("warning.track-over");
        assertThat(city.refused(403, "committee", "/api/order/orders/" + committee + "/meet", "{}"))
                .isNotBlank();
    }

    /** Pairs and their order come from a seed; who is first is the database's to say. */
    @Test
    void tk08_whenTwoFindThePersonAtOnceTheOthersEndOnce() throws Exception {
        Random seeded = new Random(3);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                String id = sought();
                List<Callable<HttpResponse<String>>> finders = new ArrayList<>(finders(id));
                Collections.shuffle(finders, seeded);
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<HttpResponse<String>>> answers = finders.subList(0, 2).stream()
                        .map(finder -> threads.submit(() -> {
                            together.await();
                            return finder.call();
                        }))
                        .toList();

                List<Integer> statuses = new ArrayList<>();
                for (Future<HttpResponse<String>> each : answers) {
                    statuses.add(each.get().statusCode());
                }
                assertThat(statuses)
                        .contains(200)
                        .allMatch(status -> Set.of(200, 409).contains(status));
                assertThat(city.openOrders(id)).doesNotContainAnyElementsOf(KINDS);
                assertThat(foundLines(id)).as("round " + round).isEqualTo(1);
                city.ordersOn(id).forEach(this::endedOnce);
            }
        }
    }

    private List<Callable<HttpResponse<String>>> finders(String id) {
        String committee = city.orderOn(id, "village-committee");
        String patrol = city.orderOn(id, "search");
        sign("committee", committee);
        sign("officer", patrol);
        String[] call = answered(id, "{\"result\":\"reached\"}").split("\\|", 2);
        String seen = "{\"kind\":\"reached\",\"orderId\":\"%s\"}".formatted(patrol);
        return List.of(
                () -> city.as("committee").post(track(committee, "report"), "{\"result\":\"found\"}"),
                () -> city.as("officer").post(path(id, "outcomes"), seen),
                () -> city.as("clerk").post(call[0], call[1]));
    }

    private void endedOnce(JsonNode order) {
        JsonNode events = city.get(
                        "clerk", "/api/order/orders/" + order.get("id").asString())
                .get("events");
        long ends = events.valueStream()
                .filter(event ->
                        Set.of("met", "withdrawn").contains(event.get("toState").asString()))
                .count();
        assertThat(ends).isEqualTo(WorkingCity.isOpen(order.get("state").asString()) ? 0 : 1);
    }

    private long foundLines(String id) {
        return Stream.of(city.episode("clerk", id).get("history"))
                .flatMap(history -> texts(history, "action").stream())
                .filter("found"::equals)
                .count();
    }
}
