package org.lianxin.order.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.order.desk.OrderWorld.STATION;
import static org.lianxin.order.desk.OrderWorld.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.Orders.SignResult;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;

/** Several people, and several nodes, at once. */
class ManyHandsTest {

    private static final int HANDS = 16;
    private static final OrderWorld WORLD = new OrderWorld(HANDS + 2);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static Viewer officer() {
        return WORLD.officer(STATION, DataScope.UNIT, Role.VISITING_OFFICER);
    }

    private static <T> List<T> together(int hands, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hands);
        try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : futures) {
                results.add(each.get());
            }
            return results;
        }
    }

    @Test
    void twoOfficersAtOnceGetOneSignature() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID order = WORLD.issue(visit(OrderWorld.cause()));
            List<SignResult> results = together(2, () -> {
                Viewer me = officer();
                return WORLD.transactions.run(me, () -> WORLD.orders.sign(order, me));
            });
            assertThat(results).filteredOn(SignResult.Signed.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(SignResult.SignedBySomebodyElse.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void or12_takeNextNeverGivesOneOrderToTwo() throws Exception {
        int count = 160;
        List<IssueOrder> commands = IntStream.range(0, count)
                .mapToObj(i ->
                        OrderWorld.order("take", OrderWorld.cause(), STATION, "plain", java.time.Duration.ofHours(1)))
                .toList();
        List<UUID> issued = WORLD.issueAll(commands);
        List<List<UUID>> taken = together(HANDS, () -> {
            Viewer me = officer();
            List<UUID> mine = new ArrayList<>();
            Optional<UUID> next = Optional.of(UUID.randomUUID());
            while (next.isPresent()) {
                next = WORLD.transactions.run(me, () -> WORLD.orders.takeNext(me, List.of("take")));
                next.ifPresent(mine::add);
            }
            return mine;
        });
        List<UUID> all = taken.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(count).doesNotHaveDuplicates();
        assertThat(new HashSet<>(all)).isEqualTo(new HashSet<>(issued));
    }

    @Test
    void or12_nobodyIsSentAwayWhileThereIsWork() throws Exception {
        int each = 5;
        WORLD.issueAll(IntStream.range(0, 2 * HANDS * each)
                .mapToObj(i ->
                        OrderWorld.order("plenty", OrderWorld.cause(), STATION, "plain", java.time.Duration.ofHours(1)))
                .toList());
        List<List<Optional<UUID>>> taken = together(HANDS, () -> {
            Viewer me = officer();
            List<Optional<UUID>> mine = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                mine.add(WORLD.transactions.run(me, () -> WORLD.orders.takeNext(me, List.of("plenty"))));
            }
            return mine;
        });
        assertThat(taken.stream().flatMap(List::stream)).allMatch(Optional::isPresent);
    }

    @Test
    void or11_theSameCauseFromManyNodesIssuesOnce() throws Exception {
        String cause = OrderWorld.cause();
        List<UUID> ids = together(8, () -> WORLD.issue(visit(cause)));
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(WORLD.onSubjectOf(cause)).hasSize(1);
    }

    @Test
    void issuesFiveHundredOrdersWithTheirDeadlinesQuickly() {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            List<IssueOrder> commands = IntStream.range(0, 500)
                    .mapToObj(i -> visit(OrderWorld.cause()))
                    .toList();
            long start = System.nanoTime();
            WORLD.issueAll(commands);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("500 orders issued in %.1f ms (best of 12)%n", best / 1e6);
        assertThat(best).isLessThan(500_000_000L);
    }
}
