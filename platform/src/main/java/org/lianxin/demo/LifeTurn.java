package org.lianxin.demo;

import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether invented colleagues are at work, and on which node: another one goes on fifteen seconds after that one was last heard of. */
@Component
class LifeTurn {

    private static final SystemJob JOB = new SystemJob("demo.life", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    LifeTurn(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Takes the turn, or keeps it; false while they rest or are at work on another node. */
    boolean isMine() {
        return transactions.runAs(JOB, () -> jdbc.sql("""
                        update demo.life set node = :node, kept_until = clock_timestamp() + interval '15 seconds'
                        where running and (node = :node or kept_until < clock_timestamp())""").param("node", node).update() == 1);
    }

    boolean isRunning() {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select running from demo.life")
                        .query(Boolean.class)
                        .single());
    }

    void set(boolean running) {
        transactions.runAs(
                JOB,
                () -> jdbc.sql("update demo.life set running = ?")
                        .param(running)
                        .update());
    }
}
