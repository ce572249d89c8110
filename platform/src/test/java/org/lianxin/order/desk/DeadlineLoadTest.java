package org.lianxin.order.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;

/** R2 on one database: thousands of deadlines within seconds, three nodes, people signing all the while, crashes between claim and effect. */
class DeadlineLoadTest {

    private static final int ORDERS = 3_000;
    private static final int NODES = 3;

    private final OrderWorld world = new OrderWorld(12);
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicInteger crashes = new AtomicInteger();

    private record Lateness(long steps, long p50Millis, long p99Millis, long maxMillis) {}

    private void node(int number) {
        Random random = new Random(number);
        while (running.get()) {
            List<Claim> claims = world.transactions.runAs(OrderWorld.JOB, () -> world.runner.claim("n" + number, 200));
            if (!claims.isEmpty() && random.nextInt(200) == 0) {
                // This node dies with the claims in hand; another takes them when the lease has run out.
                crashes.incrementAndGet();
                continue;
            }
            if (!claims.isEmpty()) {
                world.transactions.runAs(OrderWorld.JOB, () -> world.runner.fire("n" + number, claims));
            }
            pause(200);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void r2_everyDeadlineFiresOnceAndSoonWhileOthersAreMet() throws InterruptedException {
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            int number = i;
            nodes.add(Thread.ofPlatform().start(() -> node(number)));
        }
        Random random = new Random(1);
        List<UUID> issued = new ArrayList<>();
        Viewer officer = world.officer(OrderWorld.STATION, DataScope.UNIT, Role.VISITING_OFFICER);
        int met = 0;
        for (int batch = 0; batch < ORDERS / 100; batch++) {
            List<IssueOrder> commands = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Duration within = Duration.ofMillis(4_000 + random.nextInt(12_000));
                commands.add(OrderWorld.order("task", OrderWorld.cause(), OrderWorld.STATION, "plain", within));
            }
            issued.addAll(world.issueAll(commands));
            for (int i = 0; i < 10; i++) {
                UUID order = issued.get(random.nextInt(issued.size()));
                world.transactions.run(
                        officer, () -> world.handling.sign(order, org.lianxin.order.domain.Actor.of(officer)));
                world.transactions.runAs(OrderWorld.JOB, () -> {
                    world.orders.meet(order, "done", "");
                    return true;
                });
                met++;
            }
            pause(150);
        }
        awaitNoDeadline();
        running.set(false);
        for (Thread each : nodes) {
            each.join();
        }
        judge(met);
        world.close();
    }

    private void awaitNoDeadline() {
        for (int i = 0; i < 300 && deadlines() > 0; i++) {
            pause(200);
        }
        assertThat(deadlines()).isZero();
    }

    private long deadlines() {
        return world.transactions.runAs(
                OrderWorld.JOB,
                () -> world.database
                        .jdbc()
                        .sql("select count(*) from \"order\".deadline")
                        .query(Long.class)
                        .single());
    }

    private void judge(int met) {
        Lateness late = world.transactions.runAs(
                OrderWorld.JOB,
                () -> world.database
                        .jdbc()
                        .sql("""
                        select count(*) as steps,
                            percentile_disc(0.5) within group (order by at - due_at) as p50,
                            percentile_disc(0.99) within group (order by at - due_at) as p99, max(at - due_at) as worst,
                            extract(epoch from percentile_disc(0.5) within group (order by at - due_at)) * 1000 as p50_ms,
                            extract(epoch from percentile_disc(0.99) within group (order by at - due_at)) * 1000 as p99_ms,
                            extract(epoch from max(at - due_at)) * 1000 as max_ms
                        from "order".fired""")
                        .query((row, n) -> new Lateness(
                                row.getLong("steps"),
                                row.getLong("p50_ms"),
                                row.getLong("p99_ms"),
                                row.getLong("max_ms")))
                        .single());
        long wrong = world.transactions.runAs(
                OrderWorld.JOB,
                () -> world.database.jdbc().sql("""
                        select count(*) from "order".orders o left join "order".fired f on f.order_id = o.id and f.step = 0
                        where (o.closed_at <= o.due_at) = (f.step is not null)
                           or (o.closed_at is null and f.step is null) or f.at < f.due_at
                           or (o.overdue_since is null) <> (f.step is null)""").query(Long.class).single());
        System.out.printf(
                "R2 load: %d orders, %d tried to meet, %d steps fired on %d nodes, %d claims lost to crashes, %d wrong,"
                        + " lateness median %d ms p99 %d ms max %d ms%n",
                ORDERS,
                met,
                late.steps(),
                NODES,
                crashes.get(),
                wrong,
                late.p50Millis(),
                late.p99Millis(),
                late.maxMillis());
        assertThat(wrong).isZero();
        assertThat(late.steps()).isGreaterThan(ORDERS / 2);
        assertThat(late.maxMillis()).isLessThan(10_000);
        if (crashes.get() == 0) {
            assertThat(late.p99Millis()).isLessThanOrEqualTo(2_000);
        }
    }
}
