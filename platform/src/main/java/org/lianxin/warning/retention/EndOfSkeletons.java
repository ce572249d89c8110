package org.lianxin.warning.retention;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RE-02: three years after closing nothing of an episode is left. */
@Component
class EndOfSkeletons implements Expiring {

    private static final SystemJob JOB = new SystemJob("warning.retention", false);
    private static final int AT_ONCE = 1_000;

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    EndOfSkeletons(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public String rule() {
        return "warning.skeleton";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            List<String> ids = jdbc.sql("""
                            select id from warning.episode e
                            where closed_at < (select audit.expires_before('warning.skeleton')) and expired_at is not null
                              and not audit.is_held('warning', id)
                            order by closed_at limit :most for update of e skip locked""")
                    .param("most", AT_ONCE)
                    .query((row, n) -> row.getObject(1, UUID.class).toString())
                    .list();
            for (String table : List.of("history", "signal")) {
                jdbc.sql("delete from warning.%s where episode_id = any(?::uuid[])".formatted(table))
                        .param(ids.toArray(String[]::new))
                        .update();
            }
            return jdbc.sql("delete from warning.episode where id = any(?::uuid[])")
                    .param(ids.toArray(String[]::new))
                    .update();
        });
    }
}
