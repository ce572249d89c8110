package org.lianxin.warning.retention;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** RE-03: 30 days after an upload the file, and what its rejects showed, are gone; the import's figures stay. */
@Component
class EndOfFiles implements Expiring {

    private static final SystemJob JOB = new SystemJob("warning.retention", true);
    private static final int AT_ONCE = 50;

    private final ScopedTransactions transactions;
    private final Vault vault;
    private final JdbcClient jdbc;

    EndOfFiles(ScopedTransactions transactions, Vault vault, JdbcClient jdbc) {
        this.transactions = transactions;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    private record Due(UUID id, UUID key) {}

    @Override
    public String rule() {
        return "warning.import";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            List<Due> due = jdbc.sql("""
                            select id, data_key from warning.import i
                            where made_at < (select audit.expires_before('warning.import')) and file_gone_at is null
                              and state not in ('reading', 'writing', 'undoing') and not audit.is_held('warning', id)
                            order by made_at limit :most for no key update of i skip locked""")
                    .param("most", AT_ONCE)
                    .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .list();
            String[] ids = due.stream().map(each -> each.id().toString()).toArray(String[]::new);
            for (String table : List.of("import_part", "import_reject")) {
                jdbc.sql("delete from warning.%s where import_id = any(?::uuid[])".formatted(table))
                        .param(ids)
                        .update();
            }
            jdbc.sql("""
                            update warning.import
                            set file_gone_at = lianxin_now(), state = case when state = 'dry-run-done' then 'cancelled' else state end
                            where id = any(?::uuid[])""").param(ids).update();
            vault.destroy(due.stream().map(Due::key).toList());
            return due.size();
        });
    }
}
