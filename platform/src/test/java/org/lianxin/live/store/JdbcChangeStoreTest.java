package org.lianxin.live.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.store.ScopedDatabase;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.live.store.ChangeStore.Batch;
import org.lianxin.live.store.ChangeStore.Point;
import org.lianxin.live.store.ChangeStore.Stored;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;

class JdbcChangeStoreTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh(12);
    private static final SystemJob JOB = new SystemJob("test.live", false);
    private static final UnitPath UNIT = new UnitPath("15.1505.");

    private final ChangeStore store = new JdbcChangeStore(DATABASE.jdbc());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void add(String reference) {
        store.add(List.of(new Change("order", "issued", reference, UNIT)));
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return DATABASE.transactions().runAs(JOB, work);
    }

    private static List<String> references(Batch batch) {
        return batch.changes().stream().map(each -> each.change().reference()).toList();
    }

    @Test
    void aChangeThatTookItsIdFirstAndCommittedLastIsNotMissed() throws Exception {
        Point start = run(store::now);
        CountDownLatch slowHasItsId = new CountDownLatch(1);
        CountDownLatch fastIsRead = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = pool.submit(() -> run(() -> {
                add("slow");
                slowHasItsId.countDown();
                try {
                    fastIsRead.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            }));
            slowHasItsId.await();
            run(() -> {
                add("fast");
                return true;
            });
            Batch first = run(() -> store.since(start));
            assertThat(references(first)).containsExactly("fast");
            fastIsRead.countDown();
            slow.get();
            Batch second = run(() -> store.since(first.upTo()));
            assertThat(references(second))
                    .as("its id is smaller than one already read")
                    .containsExactly("slow");
            assertThat(second.changes().getFirst().id())
                    .isLessThan(first.changes().getFirst().id());
            assertThat(references(run(() -> store.since(second.upTo())))).isEmpty();
            assertThat(run(() -> store.from(first.upTo().watermark())))
                    .as("a browser that left after the first batch gets the slow one when it returns")
                    .extracting(each -> each.change().reference())
                    .contains("slow");
        }
    }

    @Test
    void everyCommittedChangeIsReadExactlyOnceWhateverTheOrderOfCommits() throws Exception {
        Point point = run(store::now);
        ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
        List<String> read = new ArrayList<>();
        int writers = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int seed = w;
                running.add(pool.submit(() -> write(new Random(seed), seed, committed)));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                Point from = point;
                Batch batch = run(() -> store.since(from));
                read.addAll(references(batch));
                point = batch.upTo();
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        Point from = point;
        read.addAll(references(run(() -> store.since(from))));
        Set<String> once = new HashSet<>(read);
        System.out.printf("live: %d changes committed by %d writers, read once each%n", committed.size(), writers);
        assertThat(committed).hasSizeGreaterThan(300);
        assertThat(read).hasSameSizeAs(once);
        assertThat(once).isEqualTo(new HashSet<>(committed));
    }

    private void write(Random random, int writer, ConcurrentLinkedQueue<String> committed) {
        for (int i = 0; i < 80; i++) {
            List<String> mine = new ArrayList<>();
            boolean fails = random.nextInt(5) == 0;
            String prefix = "w" + writer + "-" + i + "-";
            try {
                run(() -> {
                    for (int n = 0; n <= random.nextInt(3); n++) {
                        add(prefix + n);
                        mine.add(prefix + n);
                        pause(random.nextInt(4));
                    }
                    if (fails) {
                        throw new IllegalStateException("rolled back");
                    }
                    return true;
                });
                committed.addAll(mine);
            } catch (IllegalStateException e) {
                assertThat(fails).isTrue();
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rowSecurityShowsAViewerTheirUnitsOnly() {
        Point start = run(store::now);
        run(() -> {
            add("mine");
            store.add(List.of(new Change("order", "issued", "foreign", new UnitPath("15.1502."))));
            return true;
        });
        var viewer = ScopedDatabase.viewer("15.1505.", DataScope.UNIT_AND_BELOW, Role.DISPATCHER);
        List<Stored> seen =
                DATABASE.transactions().run(viewer, () -> store.since(start).changes());
        assertThat(seen).extracting(each -> each.change().reference()).containsExactly("mine");
    }
}
