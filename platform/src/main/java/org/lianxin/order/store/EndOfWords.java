package org.lianxin.order.store;

import java.util.Collection;
import java.util.UUID;
import org.lianxin.audit.Forgetting;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** OR-20: titles, details and what people wrote on orders end with the content of the case; number, kind, clocks and outcome stay. */
@Component
class EndOfWords implements Forgetting {

    private static final SystemJob JOB = new SystemJob("order.retention", false);

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    EndOfWords(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String module, Collection<UUID> subjects) {
        String[] ids = subjects.stream().map(UUID::toString).toArray(String[]::new);
        transactions.runAs(JOB, () -> {
            jdbc.sql("""
                            update "order".event set note = null
                            where note is not null and order_id in (
                                select id from "order".orders where subject_module = ? and subject_id = any(?::uuid[]))""").params(module, ids).update();
            return jdbc.sql("""
                            update "order".orders
                            set title = kind, detail = null, asked_reason = null,
                                outcome_note = case when outcome_note is null then null else '' end
                            where subject_module = ? and subject_id = any(?::uuid[])""").params(module, ids).update();
        });
    }
}
