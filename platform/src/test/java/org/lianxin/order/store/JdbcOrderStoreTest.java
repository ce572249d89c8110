package org.lianxin.order.store;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.store.ScopedDatabase;

class JdbcOrderStoreTest extends OrderStoreContractTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();
    private static final SystemJob JOB = new SystemJob("test.store", false);

    private final OrderStore store = new JdbcOrderStore(DATABASE.jdbc());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    OrderStore store() {
        return store;
    }

    @Override
    <T> T transaction(Supplier<T> work) {
        return DATABASE.transactions().runAs(JOB, work);
    }

    @Override
    void pass(Duration time) {
        DATABASE.jdbc()
                .sql("select runtime.shift_clock(make_interval(secs => :s))")
                .param("s", time.toSeconds())
                .query(row -> {});
    }

    @Override
    void waitForLease() {
        try {
            Thread.sleep(5_200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
