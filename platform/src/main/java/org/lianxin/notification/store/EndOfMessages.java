package org.lianxin.notification.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.Forgetting;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * RE-05: number and words of a message and of what was answered end with the case they are about; what is about no case, and what
 * invented handsets received, ends after a week.
 */
@Component
class EndOfMessages implements Expiring, Forgetting {

    private static final SystemJob JOB = new SystemJob("notification.retention", true);

    private final ScopedTransactions transactions;
    private final Vault vault;
    private final JdbcClient jdbc;

    EndOfMessages(ScopedTransactions transactions, Vault vault, JdbcClient jdbc) {
        this.transactions = transactions;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public String rule() {
        return "notification.simulated";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            List<UUID> keys = jdbc.sql("""
                            delete from notification.content c using notification.message m
                            where m.id = c.message_id and m.subject_id is null and m.state in ('sent', 'delivered', 'failed')
                              and m.at < (select audit.expires_before('notification.simulated'))
                            returning c.vault_key""")
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
            vault.destroy(keys);
            int handsets = jdbc.sql(
                            "delete from notification.simulated where at < (select audit.expires_before('notification.simulated'))")
                    .update();
            return keys.size() + handsets;
        });
    }

    @Override
    public void forget(String module, Collection<UUID> subjects) {
        String[] ids = subjects.stream().map(UUID::toString).toArray(String[]::new);
        transactions.runAs(JOB, () -> {
            List<UUID> keys = new ArrayList<>();
            for (String kept : List.of("content", "reply")) {
                keys.addAll(jdbc.sql("""
                                delete from notification.%s c using notification.message m
                                where m.id = c.message_id and m.subject_module = ? and m.subject_id = any(?::uuid[])
                                returning c.vault_key""".formatted(kept))
                        .params(module, ids)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list());
            }
            jdbc.sql(
                            "update notification.message set to_masked = '****' where subject_module = ? and subject_id = any(?::uuid[])")
                    .params(module, ids)
                    .update();
            jdbc.sql("delete from notification.simulated where subject_module = ? and subject_id = any(?::uuid[])")
                    .params(module, ids)
                    .update();
            vault.destroy(keys);
            return keys;
        });
    }
}
