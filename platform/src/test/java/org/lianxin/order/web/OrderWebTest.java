package org.lianxin.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.web.EventReader;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders and live updates over HTTP, as signed-in people meet them. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrderWebTest {

    private static final SystemJob JOB = new SystemJob("test.issue", false);

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Orders orders;

    @Autowired
    private Units units;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private Browser browser(String account) {
        return Browser.signedIn(address(), account, Tongliao.PASSWORD);
    }

    private UUID unit(String code) {
        return units.findByCode(code).orElseThrow().id();
    }

    private UUID issue(String kind, String toUnit) {
        UUID subject = Uuid7.next();
        return transactions
                .runAs(
                        JOB,
                        () -> orders.issue(List.of(new IssueOrder(
                                kind,
                                "上门见面劝阻：包*兰",
                                null,
                                new SubjectRef("warning", subject),
                                "test/" + subject,
                                unit(toUnit),
                                null,
                                unit("1505-fz"),
                                Duration.ofMinutes(30),
                                "warning.high.visit",
                                Urgency.MONEY_IN_MOTION,
                                50))))
                .getFirst();
    }

    private static Instant later() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(3600);
    }

    private JsonNode body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private EventReader events(Browser browser, String... lastId) {
        var request = browser.request("GET", "/api/live/events", null);
        if (lastId.length > 0) {
            request.header("Last-Event-ID", lastId[0]);
        }
        return new EventReader(browser.stream(request.build()));
    }

    @Test
    void anOfficerFindsSignsAndReportsAnOrder() {
        UUID order = issue("visit", "150581-zs");
        Browser officer = browser("officer");
        JsonNode inbox = body(officer.get("/api/order/inbox?unit=unit&state=open&size=200"), 200);
        assertThat(inbox.get("items").findValuesAsString("id")).contains(order.toString());
        JsonNode signed = body(officer.post("/api/order/orders/" + order + "/sign", "{}"), 200);
        assertThat(signed.get("state").asString()).isEqualTo("signed");
        body(officer.post("/api/order/orders/" + order + "/report", "{\"text\":\"已到楼下\"}"), 200);
        JsonNode page = body(officer.get("/api/order/orders/" + order), 200);
        assertThat(page.get("number").asString()).startsWith("ZL-150581-zs-");
        assertThat(page.get("events").findValuesAsString("action")).containsExactly("issued", "signed", "reported");
        assertThat(page.get("ladder")).hasSize(2);
        assertThat(body(officer.get("/api/order/inbox?unit=me"), 200)
                        .get("items")
                        .findValuesAsString("id"))
                .contains(order.toString());
        assertThat(body(officer.get("/api/order/counts?unit=me"), 200)
                        .get("open")
                        .asInt())
                .isPositive();
        JsonNode refused = body(officer.post("/api/order/orders/" + order + "/meet", "{}"), 409);
        assertThat(refused.get("code").asString()).isEqualTo("order.action-closed");
        assertThat(refused.get("detail").asString()).contains("见面结果");
    }

    @Test
    void theCityIssuesByHandAndTheCommandSeesTheBoard() {
        Browser command = browser("command");
        String asked =
                "{\"title\":\"核查线索\",\"toUnitId\":\"%s\",\"dueAt\":\"%s\",\"ladder\":\"plain\",\"urgency\":\"HIGH\"}"
                        .formatted(unit("150581"), later());
        JsonNode order = body(command.post("/api/order/orders", asked), 201);
        JsonNode board = body(command.get("/api/order/board?unit=" + unit("1505")), 200);
        assertThat(board.get("orders").findValuesAsString("id"))
                .contains(order.get("id").asString());
        assertThat(board.get("today").get("signedInTime")).hasSize(2);
        assertThat(body(command.get("/api/order/inbox?state=issued-by"), 200)
                        .get("items")
                        .findValuesAsString("id"))
                .contains(order.get("id").asString());
        body(command.post("/api/order/orders", asked.replace("plain", "none")), 422);
        body(command.post("/api/order/orders", "{\"title\":\"\\u0000\"}"), 422);
        body(browser("rules").post("/api/order/orders", asked), 403);
        body(browser("officer").post("/api/order/orders", asked), 403);
    }

    @Test
    void s2_aForeignOrderAnswersExactlyLikeAMissingOne() {
        UUID order = issue("visit", "150502-a");
        Browser officer = browser("officer");
        for (String act : List.of("sign", "report", "return", "hand-over")) {
            String asked = "{\"text\":\"x\",\"reason\":\"x\",\"unitId\":\"%s\"}".formatted(unit("150581"));
            HttpResponse<String> foreign = officer.post("/api/order/orders/" + order + "/" + act, asked);
            HttpResponse<String> missing = officer.post("/api/order/orders/" + UUID.randomUUID() + "/" + act, asked);
            assertThat(foreign.statusCode()).as(act).isEqualTo(404).isEqualTo(missing.statusCode());
            assertThat(foreign.body().replaceAll(order.toString(), ""))
                    .isEqualTo(missing.body().replaceAll("[0-9a-f-]{36}", ""));
        }
        assertThat(officer.get("/api/order/orders/" + order).statusCode()).isEqualTo(404);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOneEffect() throws Exception {
        Browser command = browser("command");
        String key = UUID.randomUUID().toString();
        String asked = "{\"title\":\"只下达一次\",\"toUnitId\":\"%s\",\"dueAt\":\"%s\"}".formatted(unit("150581"), later());
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                all.add(pool.submit(() -> command.send(command.request("POST", "/api/order/orders", asked)
                        .header("X-Lianxin", "1")
                        .header("Idempotency-Key", key)
                        .build())));
            }
            for (Future<HttpResponse<String>> each : all) {
                answers.add(each.get());
            }
        }
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(new HashSet<>(answers.stream()
                        .map(answer -> json.readTree(answer.body()).get("id").asString())
                        .toList()))
                .hasSize(1);
        HttpResponse<String> other =
                command.send(command.request("POST", "/api/order/orders", asked.replace("一次", "两次"))
                        .header("X-Lianxin", "1")
                        .header("Idempotency-Key", key)
                        .build());
        assertThat(body(other, 422).get("code").asString()).isEqualTo("order.key-reused");
    }

    @Test
    void takeNextHasNothingMoreWhenAllIsTaken() {
        UUID order = issue("take-test", "150581-zs");
        Browser officer = browser("officer");
        JsonNode taken = body(officer.post("/api/order/take-next", "{\"kinds\":[\"take-test\"]}"), 200);
        assertThat(taken.get("order").get("id").asString()).isEqualTo(order.toString());
        assertThat(officer.post("/api/order/take-next", "{\"kinds\":[\"take-test\"]}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aLadderIsChangedAsANewVersionAndNotOverASecondKeeper() {
        Browser keeper = browser("rules");
        JsonNode plain = body(keeper.get("/api/order/ladders"), 200)
                .get("items")
                .valueStream()
                .filter(each -> each.get("id").asString().equals("warning.normal"))
                .findFirst()
                .orElseThrow();
        String asked =
                "{\"version\":%d,\"steps\":[{\"number\":1,\"when\":\"unmet\",\"afterSeconds\":3600,\"effect\":\"tell\",\"addressee\":\"chief-of-holder\"}]}"
                        .formatted(plain.get("version").asInt());
        JsonNode changed = body(keeper.put("/api/order/ladders/warning.normal", asked), 200);
        assertThat(changed.get("version").asInt())
                .isEqualTo(plain.get("version").asInt() + 1);
        body(keeper.put("/api/order/ladders/warning.normal", asked), 409);
        body(browser("officer").put("/api/order/ladders/warning.normal", asked), 403);
    }

    @Test
    void aBrowserIsToldOfANewOrderWithinTwoSeconds() throws Exception {
        Browser officer = browser("officer");
        List<Long> millis = new ArrayList<>();
        try (EventReader events = events(officer)) {
            events.next(Duration.ofSeconds(10), event -> event.type().equals("beat"));
            for (int i = 0; i < 50; i++) {
                Thread.sleep(37);
                UUID order = issue("visit", "150581-zs");
                long committed = System.nanoTime();
                EventReader.Event told = events.next(
                        Duration.ofSeconds(10), event -> event.data().contains(order.toString()));
                millis.add((told.atNanos() - committed) / 1_000_000);
            }
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "live: order committed to browser told, n=%d median=%d ms p99=%d ms%n",
                sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast());
        assertThat(sorted.getLast()).isLessThan(2_000);
    }

    @Test
    void whoComesBackIsToldWhatWasMissedAndNothingForeign() throws Exception {
        Browser officer = browser("officer");
        String last;
        try (EventReader events = events(officer)) {
            UUID first = issue("visit", "150581-zs");
            EventReader.Event told =
                    events.next(Duration.ofSeconds(10), event -> event.data().contains(first.toString()));
            last = told.id();
        }
        UUID missed = issue("visit", "150581-zs");
        UUID foreign = issue("visit", "150502-a");
        Thread.sleep(600);
        try (EventReader events = events(officer, last)) {
            List<String> seen = new ArrayList<>();
            events.next(Duration.ofSeconds(10), event -> {
                seen.add(event.data());
                return event.data().contains(missed.toString());
            });
            assertThat(seen).noneMatch(data -> data.contains(foreign.toString()));
        }
    }

    @Test
    void theStreamEndsSoonAfterTheSession() throws Exception {
        Browser officer = browser("officer");
        try (EventReader events = events(officer)) {
            events.next(Duration.ofSeconds(10), event -> event.type().equals("beat"));
            officer.post("/api/organisation/sign-out", "{}");
            long start = System.nanoTime();
            assertThat(events.endsWithin(Duration.ofSeconds(5))).isTrue();
            System.out.printf("live: stream ended %d ms after its session%n", (System.nanoTime() - start) / 1_000_000);
        }
    }
}
