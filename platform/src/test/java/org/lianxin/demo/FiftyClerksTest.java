package org.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.Instance;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.InventedWork.Warned;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F2 at its full width: fifty clerks work through ten minutes of a city. Nobody is given or called twice, everybody is accounted for. */
@SpringBootTest(
        classes = Lianxin.class,
        properties = "lianxin.test=clerks",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class FiftyClerksTest {

    private static final SystemJob JOB = new SystemJob("demo.test", false);
    private static final int CLERKS = 50;
    private static final int MINUTES = 10;
    private static final int WARNINGS_A_MINUTE = 30;
    private static final int AT_ONCE = 16;
    private static final long SEED = 46;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private Places places;

    @Autowired
    private InventedWork work;

    @Autowired
    private Orders orders;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Instance instance;

    @Test
    void f2_fiftyClerksForTenMinutesGiveNobodyTwiceAndLoseNobody() throws Exception {
        staffing.apply(DemoUnits.roster(places));
        List<Clerk> clerks = clerks();
        UnitRef city = units.findByCode(DemoAccounts.CITY).orElseThrow();
        Set<UUID> episodes = new HashSet<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int minute = 0; minute < MINUTES; minute++) {
                episodes.addAll(work.warn(warnings(city, minute), SEED + minute));
                List<Future<?>> turns = new ArrayList<>();
                clerks.forEach(clerk -> turns.add(desks.submit(clerk::turn)));
                for (Future<?> turn : turns) {
                    turn.get();
                }
                aMinutePasses();
            }
        }
        List<UUID> taken = clerks.stream().flatMap(each -> each.taken.stream()).toList();
        int reached = clerks.stream().mapToInt(each -> each.reached).sum();
        System.out.printf(
                "F2: %d clerks, %d minutes, %d signals, %d episodes, %d orders taken, %d reached%n",
                CLERKS, MINUTES, MINUTES * WARNINGS_A_MINUTE, episodes.size(), taken.size(), reached);
        assertThat(taken).as("a run with fewer is void").hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(count("select count(*) from \"order\".orders where kind = 'call' and signed_at is not null"))
                .isEqualTo(taken.size());
        assertThat(count("select count(*) from (select from warning.phone_call group by episode_id"
                        + " having count(distinct staff_id) > 1) twice"))
                .as("people called by two clerks")
                .isZero();
        assertThat(count("select count(*) from warning.episode")).isEqualTo(episodes.size());
        assertThat(count("select count(*) from warning.signal")).isEqualTo(MINUTES * WARNINGS_A_MINUTE);
        assertThat(count("select count(*) from warning.episode where state = 'closed' and outcome = 'reached'"))
                .isEqualTo(reached);
        assertThat(count("""
                        select count(*) from warning.episode e where state <> 'closed' and not exists (
                            select from "order".orders o where o.subject_module = 'warning' and o.subject_id = e.id and o.is_open)"""))
                .as("episodes that nobody has to do anything about")
                .isZero();
    }

    private int count(String sql) {
        return transactions.runAs(JOB, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private List<Clerk> clerks() {
        NewPost post =
                new NewPost(DemoAccounts.CITY, "劝阻员", Set.of(Role.WARNING_CLERK), DataScope.UNIT_AND_BELOW, List.of());
        List<String> numbers =
                IntStream.range(0, CLERKS).mapToObj("F2%03d"::formatted).toList();
        staffing.apply(new Roster(
                List.of(),
                numbers.stream()
                        .map(number -> new NewStaff(number, "测试员", null, null, null, List.of(post), List.of()))
                        .toList()));
        List<Clerk> clerks = new ArrayList<>();
        numbers.forEach(number -> clerks.add(new Clerk(staffing.actAs(number), clerks.size(), clerks)));
        return clerks;
    }

    /** Every tenth is about somebody who was warned a moment ago, every fifteenth from a place nobody knows. */
    private static List<Warned> warnings(UnitRef city, int minute) {
        Random random = new Random(SEED * 1_000 + minute);
        List<Warned> warned = new ArrayList<>();
        for (int i = 0; i < WARNINGS_A_MINUTE; i++) {
            int dice = random.nextInt(20);
            boolean unclear = i % 15 == 7;
            warned.add(new Warned(
                    city,
                    unclear ? null : "1505",
                    unclear ? "红星村 4 组" : null,
                    dice < 4 ? "high" : dice < 12 ? "medium" : "low",
                    dice == 0,
                    Duration.ofSeconds(random.nextInt(60)),
                    i % 10 == 9 ? i - 1 : null));
        }
        return warned;
    }

    private void aMinutePasses() throws SQLException {
        Database database = instance.database();
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = owner.createStatement()) {
            statement.execute("select runtime.shift_clock(interval '1 minute')");
        }
    }

    /** The order a clerk has signed, and whom it is about. */
    private record Held(UUID order, UUID episode) {}

    /** Works at one desk, one person at a time; every fourth one does not answer and is called again a minute later. */
    private final class Clerk {
        private final Viewer me;
        private final int desk;
        private final List<Clerk> all;
        private final Random random;
        private final List<UUID> taken = new ArrayList<>();
        private @Nullable Held inHand;
        private int reached;

        Clerk(Viewer me, int desk, List<Clerk> all) {
            this.me = me;
            this.desk = desk;
            this.all = all;
            this.random = new Random(SEED + desk);
        }

        void turn() {
            Held held = inHand;
            if (held != null) {
                inHand = null;
                call(held, "reached");
                return;
            }
            transactions.run(me, () -> orders.takeNext(me, List.of("call"))).ifPresent(order -> {
                taken.add(order);
                UUID episode = transactions.run(
                        me, () -> orders.find(order).orElseThrow().subject().id());
                call(new Held(order, episode), random.nextInt(4) == 0 ? "no-answer" : "reached");
            });
        }

        private void call(Held held, String result) {
            UUID episode = held.episode();
            work.call(me, episode, null);
            if (random.nextInt(5) == 0) {
                assertThat(all.get((desk + 1) % CLERKS).isRefused(episode)).isTrue();
            }
            work.call(me, episode, result);
            if (result.equals("reached")) {
                work.outcome(me, episode, new InventedWork.Came("reached", null, null, null, null, null, held.order()));
                reached++;
            } else {
                inHand = held;
            }
        }

        /** Whether this clerk, too, tries to call the person whose phone rings, and may not. */
        private boolean isRefused(UUID episode) {
            try {
                work.call(me, episode, null);
                return false;
            } catch (Refused refused) {
                return refused.code().equals("warning.call-of-colleague");
            }
        }
    }
}
