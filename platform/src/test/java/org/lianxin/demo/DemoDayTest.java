package org.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.InventedOrders;
import org.lianxin.order.InventedOrders.Open;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.shared.Backdating;
import org.lianxin.warning.InventedWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration's day has somebody in every state, at times that can be true, and leaves a visitor's work to the visitor. */
@SpringBootTest(
        classes = Lianxin.class,
        properties = "lianxin.test=demo",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DemoDayTest {

    private static final SystemJob JOB = new SystemJob("demo.test", false);

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Places places;

    @Autowired
    private InventedWork work;

    @Autowired
    private InventedOrders orders;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private ColleaguesActs acts;

    @Autowired
    private InventedDay life;

    @Autowired
    private List<Backdating> books;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private UnitRef city;

    @BeforeEach
    void aDay() {
        if (!work.isBegun()) {
            staffing.apply(DemoUnits.roster(places));
            city = units.findByCode(DemoAccounts.CITY).orElseThrow();
            DayBook book = new DayBook(work, orders, Clock.systemUTC());
            new DemoDay(book, colleagues, city, units.below(city.id()), 600).play(12, 26);
            book.close(books, Duration.ofSeconds(10));
        }
        city = units.findByCode(DemoAccounts.CITY).orElseThrow();
    }

    private Set<String> texts(String sql) {
        return transactions.runAs(
                JOB, () -> Set.copyOf(jdbc.sql(sql).query(String.class).list()));
    }

    private int count(String sql) {
        return transactions.runAs(JOB, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    @Test
    void everyStateHasSomebodyInIt() {
        assertThat(texts("select distinct state from warning.episode"))
                .contains("routing", "open", "working", "searching", "handing-over", "follow-up", "closed");
        assertThat(texts("select distinct state from \"order\".orders"))
                .contains("issued", "signed", "extension-asked", "met", "returned", "handed-over", "withdrawn");
        assertThat(texts("select distinct kind from \"order\".orders"))
                .contains(
                        "call",
                        "visit",
                        "route",
                        "search",
                        "call-others",
                        "take-over",
                        "stop-payment",
                        "follow-up",
                        "alarm",
                        "decide");
        assertThat(texts("select distinct action from \"order\".event"))
                .contains("reported", "extension-granted", "overdue");
        assertThat(count("select count(*) from \"order\".orders where is_open and overdue_since is not null"))
                .isPositive();
        assertThat(count("select count(*) from warning.episode where closed_at is null and money_moving"))
                .isPositive();
        assertThat(count("select count(*) from warning.episode where saved_cents > 0"))
                .isPositive();
        assertThat(texts("select state from warning.export")).contains("asked");
    }

    @Test
    void nothingHappenedBeforeItsCauseOrInTheFuture() {
        assertThat(count("""
                        select count(*) from "order".orders
                        where issued_at > now() or signed_at < issued_at or closed_at < coalesce(signed_at, issued_at) or due_at <= issued_at""")).isZero();
        assertThat(count("""
                        select count(*) from warning.episode
                        where received_at > now() or last_signal_at > received_at or closed_at < received_at or reached_at < received_at""")).isZero();
        assertThat(count("""
                        select count(*) from "order".event e join "order".orders o on o.id = e.order_id where e.at < o.issued_at""")).isZero();
        assertThat(
                        count(
                                "select count(*) from warning.history h join warning.episode e on e.id = h.episode_id where h.at < e.received_at"))
                .isZero();
        assertThat(count("select count(distinct date_trunc('minute', received_at)) from warning.episode"))
                .isGreaterThan(30);
    }

    @Test
    void theDayGoesOnAndAVisitorsWorkIsLeftAlone() {
        Set<UUID> visitors = acts.visitors();
        List<Open> before = orders.open(city.path());
        Set<UUID> theirs = before.stream()
                .filter(each -> each.holder() != null && visitors.contains(each.holder()))
                .map(Open::id)
                .collect(Collectors.toSet());
        assertThat(theirs).isNotEmpty();
        int met = count("select count(*) from \"order\".orders where state = 'met'");
        int episodes = count("select count(*) from warning.episode");

        Instant later = Instant.now().plus(Duration.ofHours(1));
        Instant next = later;
        for (int turn = 0; turn < 60; turn++) {
            next = life.turn(later.plusSeconds(turn), next);
        }

        assertThat(count("select count(*) from \"order\".orders where state = 'met'"))
                .isGreaterThan(met + 10);
        assertThat(count("select count(*) from warning.episode")).isGreaterThan(episodes);
        List<Open> after = orders.open(city.path());
        assertThat(after.stream().map(Open::id)).containsAll(theirs);
        long waiting = after.stream()
                .filter(each ->
                        each.unitId().equals(city.id()) && each.kind().equals("call") && each.signedAt() == null)
                .count();
        assertThat(waiting)
                .as("colleagues sign no call below eighteen; a visit that reaches the person still ends some of them")
                .isGreaterThanOrEqualTo(12);
        Set<UUID> unsignedThere = unsignedAt(before, DemoAccounts.STATION);
        assertThat(unsignedAt(after, DemoAccounts.STATION)).containsAll(unsignedThere);
    }

    @Test
    void colleaguesAreAtWorkOnOneNodeAndGoOnAtAnotherWhenItDies() {
        LifeTurn one = new LifeTurn(transactions, jdbc);
        LifeTurn other = new LifeTurn(transactions, jdbc);
        assertThat(one.isMine()).as("they rest").isFalse();
        other.set(true);
        assertThat(one.isRunning()).isTrue();
        assertThat(List.of(one.isMine(), other.isMine(), one.isMine())).containsExactly(true, false, true);
        transactions.runAs(
                JOB,
                () -> jdbc.sql("update demo.life set kept_until = clock_timestamp() - interval '1 second'")
                        .update());
        assertThat(List.of(other.isMine(), one.isMine())).containsExactly(true, false);
        one.set(false);
        assertThat(other.isMine()).isFalse();
    }

    private Set<UUID> unsignedAt(List<Open> open, String code) {
        UUID unit = units.findByCode(code).orElseThrow().id();
        return open.stream()
                .filter(each -> each.unitId().equals(unit) && each.signedAt() == null)
                .map(Open::id)
                .collect(Collectors.toSet());
    }
}
