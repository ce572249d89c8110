package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.web.EventReader;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.signin.SignIns;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.testing.Browser;
import org.lianxin.testing.SecondNode;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.callercode.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two service nodes on one database: whoever works at one is told, believed and bounded at the other. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TwoNodesTest {

    private static final SystemJob JOB = new SystemJob("test.nodes", false);
    private static @org.jspecify.annotations.Nullable SecondNode second;

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext first;

    @Autowired
    private Staffing staffing;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @AfterAll
    static void end() {
        SecondNode node = second;
        if (node != null) {
            node.close();
            second = null;
        }
    }

    private SecondNode other() {
        SecondNode node = second;
        if (node == null) {
            node = SecondNode.beside(first);
            second = node;
        }
        return node;
    }

    private Browser here(String account) {
        return Browser.signedIn("http://localhost:" + port, account, Tongliao.PASSWORD);
    }

    private EventReader events(Browser browser) {
        return new EventReader(
                browser.stream(browser.request("GET", "/api/live/events", null).build()));
    }

    private static boolean within(Duration patience, BooleanSupplier met) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    @Test
    void anOrderIssuedAtOneNodeIsShownByTheOtherWithinTwoSeconds() throws Exception {
        Browser officer = here("officer").at(other().address());
        Browser command = here("command");
        String asked = "{\"title\":\"核查线索\",\"toUnitId\":\"%s\",\"dueAt\":\"%s\"}"
                .formatted(
                        units.findByCode("150581-zs").orElseThrow().id(),
                        Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(3600));
        try (EventReader events = events(officer)) {
            events.next(Duration.ofSeconds(10), event -> event.type().equals("beat"));
            for (int i = 0; i < 10; i++) {
                String order = json.readTree(
                                command.post("/api/order/orders", asked).body())
                        .get("id")
                        .asString();
                long answered = System.nanoTime();
                EventReader.Event told = events.next(
                        Duration.ofSeconds(10), event -> event.data().contains(order));
                assertThat(Duration.ofNanos(told.atNanos() - answered)).isLessThan(Duration.ofSeconds(2));
                assertThat(officer.get("/api/order/orders/" + order).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whoSignsOutAtOneNodeIsOutAtTheOtherWithinFiveSeconds() throws Exception {
        Browser officer = here("officer");
        Browser there = officer.at(other().address());
        assertThat(there.get("/api/organisation/me").body()).contains("巴图");
        try (EventReader events = events(there)) {
            events.next(Duration.ofSeconds(10), event -> event.type().equals("beat"));
            // The browser forgets its cookie when it signs out, so somebody else's copy of it is looked at.
            String copy = there.cookies();
            assertThat(officer.post("/api/organisation/sign-out", "{}").statusCode())
                    .isEqualTo(204);
            assertThat(events.endsWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(within(Duration.ofSeconds(5), () -> statusWith(copy) == 401))
                    .isTrue();
        }
    }

    private int statusWith(String cookies) {
        Browser thief = new Browser(other().address());
        return thief.send(thief.request("GET", "/api/organisation/me", null)
                        .header("Cookie", cookies)
                        .build())
                .statusCode();
    }

    @Test
    void guessingAPasswordAtBothNodesIsCountedOnce() {
        SignIns here = first.getBean(SignIns.class);
        SignIns there = other().bean(SignIns.class);
        SignIns.Attempt wrong =
                new SignIns.Attempt("nobody-" + UUID.randomUUID(), "a wrong one", null, null, "203.0.113.9", "");
        for (int i = 0; i < 10; i++) {
            assertThat((i % 2 == 0 ? here : there).signIn(wrong)).isInstanceOf(SignIns.Outcome.Wrong.class);
        }
        assertThat(here.signIn(wrong)).isInstanceOf(SignIns.Outcome.TooMany.class);
        assertThat(there.signIn(wrong)).isInstanceOf(SignIns.Outcome.TooMany.class);
    }

    @Test
    void guessingACallerCodeAtBothNodesIsCountedOnce() {
        CallerCodes here = first.getBean(CallerCodes.class);
        CallerCodes there = other().bean(CallerCodes.class);
        String address = "203.0.113.77";
        String window;
        List<Integer> left;
        do {
            window = window();
            left = List.of(
                    triesLeft(here.verify("000000", "8137", address)),
                    triesLeft(there.verify("000001", "8137", address)),
                    triesLeft(here.verify("000002", "8137", address)));
        } while (!window.equals(window()));
        assertThat(left).containsExactly(2, 1, 0);
        assertThat(triesLeft(there.verify("000003", "8137", address))).isZero();
    }

    private static int triesLeft(Verdict verdict) {
        return ((Verdict.NotGenuine) verdict).triesLeft();
    }

    /** Guesses count in windows of ten minutes; one may end between two of them. */
    private String window() {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select date_bin('10 minutes', lianxin_now(), timestamptz '2020-01-01')::text")
                        .query(String.class)
                        .single());
    }

    @Test
    void whatIsChangedAtOneNodeCountsAtTheOtherWithinTwoSeconds() throws Exception {
        Units there = other().bean(Units.class);
        NewPost post = new NewPost("150502-b", "规则", Set.of(Role.RULE_KEEPER), DataScope.OWN, List.of());
        UUID staff = staffing.apply(new Roster(
                        List.of(), List.of(new NewStaff("7911", "测试新", null, null, null, List.of(post), List.of()))))
                .staff()
                .get("7911");
        assertThat(within(
                        Duration.ofSeconds(2),
                        () -> there.findStaff(java.util.Objects.requireNonNull(staff))
                                .isPresent()))
                .isTrue();

        Browser keeper = here("rules");
        int version = ladderVersion(keeper);
        Browser keeperThere = keeper.at(other().address());
        assertThat(ladderVersion(keeperThere)).isEqualTo(version);
        keeper.put("/api/order/ladders/warning.normal", """
                {"version":%d,"steps":[{"number":1,"when":"unmet","afterSeconds":3600,"effect":"tell","addressee":"chief-of-holder"}]}""".formatted(version));
        assertThat(within(Duration.ofSeconds(2), () -> ladderVersion(keeperThere) == version + 1))
                .isTrue();
    }

    private int ladderVersion(Browser keeper) {
        JsonNode ladders =
                json.readTree(keeper.get("/api/order/ladders").body()).get("items");
        return ladders.valueStream()
                .filter(each -> each.get("id").asString().equals("warning.normal"))
                .findFirst()
                .orElseThrow()
                .get("version")
                .asInt();
    }
}
