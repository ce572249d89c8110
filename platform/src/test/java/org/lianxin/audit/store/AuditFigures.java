package org.lianxin.audit.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the signed context costs a transaction, what an audited read costs, and how fast a log is sequenced and verified. */
final class AuditFigures {

    private static final int TRANSACTIONS = 5_000;
    private static final int READS_PER_READER = 200;

    private AuditFigures() {}

    public static void main(String[] arguments) throws Exception {
        try (ScopedDatabase database = ScopedDatabase.fresh(66)) {
            context(database);
            for (int readers : new int[] {1, 4, 16, 64}) {
                reads(database, readers);
            }
            verification(database, arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
        }
        System.exit(0);
    }

    private static void context(ScopedDatabase database) {
        Viewer viewer = ScopedDatabase.viewer("15.1505.", DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);
        TransactionTemplate plain = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        JdbcClient jdbc = database.jdbc();
        Supplier<Long> query =
                () -> jdbc.sql("select 1").query((row, n) -> row.getLong(1)).single();
        for (int round = 0; round < 3; round++) {
            double bare = median(() -> plain.execute(status -> query.get()));
            double scoped = median(() -> database.transactions().run(viewer, query));
            System.out.printf("context: bare %.3f ms, scoped %.3f ms, overhead %.3f ms%n", bare, scoped, scoped - bare);
        }
    }

    private static double median(Runnable work) {
        long[] nanos = new long[TRANSACTIONS];
        for (int i = 0; i < TRANSACTIONS; i++) {
            long started = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return nanos[TRANSACTIONS / 2] / 1e6;
    }

    private static void reads(ScopedDatabase database, int readers) throws InterruptedException {
        ScopedTransactions transactions = database.transactions();
        long[] nanos = new long[readers * READS_PER_READER];
        CountDownLatch done = new CountDownLatch(readers);
        long started = System.nanoTime();
        for (int reader = 0; reader < readers; reader++) {
            int first = reader * READS_PER_READER;
            Viewer viewer = ScopedDatabase.viewer("15.1505.", DataScope.UNIT, Role.WARNING_CLERK);
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < READS_PER_READER; i++) {
                    Purpose purpose = Purpose.of("warning.dissuade", new SubjectRef("warning", new UUID(1, i % 50)));
                    long from = System.nanoTime();
                    transactions.runFor(viewer, purpose, () -> {
                        database.log().shown(List.of("00ff"), List.of("name", "phone"));
                        return true;
                    });
                    nanos[first + i] = System.nanoTime() - from;
                }
                done.countDown();
            });
        }
        done.await();
        double seconds = (System.nanoTime() - started) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "audited reads: %d readers, %.0f a second, p50 %.2f ms, p99 %.2f ms%n",
                readers, nanos.length / seconds, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    private static void verification(ScopedDatabase database, int entries) throws Exception {
        database.asOwner("""
                insert into audit.entry (actor, staff_id, staff_name, roles, unit_path, action, purpose, subject_module, subject_id,
                                         persons, fields, count, result)
                select '150500-1', gen_random_uuid(), '白音', 'WARNING_CLERK', '15.1505.', 'warning.dissuade', 'warning.dissuade',
                       'warning', gen_random_uuid(), array[md5(n::text)], array['name', 'phone'], 1, 'shown'
                from generate_series(1, %d) n""".formatted(entries));
        SequencedDatabase log = new SequencedDatabase(database);
        long started = System.nanoTime();
        long sequenced = log.sequence();
        log.signHeads();
        System.out.printf("sequenced: %d entries in %.1f s%n", sequenced, (System.nanoTime() - started) / 1e9);
        started = System.nanoTime();
        try (var owner = database.owner()) {
            owner.setAutoCommit(false);
            System.out.println(org.lianxin.audit.verify.Checks.sound(owner));
        }
        System.out.printf("verified in %.1f s%n", (System.nanoTime() - started) / 1e9);
    }
}
