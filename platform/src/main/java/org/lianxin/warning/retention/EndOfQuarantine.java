package org.lianxin.warning.retention;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RE-08: 30 days after it came nothing is left of a record in quarantine, whatever became of it. */
@Component
class EndOfQuarantine implements Expiring {

    private static final SystemJob JOB = new SystemJob("warning.retention", true);
    private static final int AT_ONCE = 500;

    private final ScopedTransactions transactions;
    private final Vault vault;
    private final JdbcClient jdbc;

    EndOfQuarantine(ScopedTransactions transactions, Vault vault, JdbcClient jdbc) {
        this.transactions = transactions;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public String rule() {
        return "warning.quarantine";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            List<UUID> keys = jdbc.sql("""
                            delete from warning.quarantine where id in (
                                select id from warning.quarantine q
                                where came_at < (select audit.expires_before('warning.quarantine'))
                                  and not audit.is_held('warning', id)
                                order by came_at limit :most for update of q skip locked)
                            returning data_key""")
                    .param("most", AT_ONCE)
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
            vault.destroy(keys);
            return keys.size();
        });
    }
}
