package org.lianxin.warning.bulk;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.Orders;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Words;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a batch back: its signals, and the episodes that consist of nothing else, with their orders and keys. Episodes
 * somebody has begun to handle stay as they are and are counted.
 */
@Component
class Undoing {

    private static final int CHUNK = 200;

    private final ScopedTransactions transactions;
    private final ImportRows imports;
    private final Leases leases;
    private final Orders orders;
    private final SealedContents contents;
    private final JdbcClient jdbc;

    Undoing(
            ScopedTransactions transactions,
            ImportRows imports,
            Leases leases,
            Orders orders,
            SealedContents contents,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.imports = imports;
        this.leases = leases;
        this.orders = orders;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** @param whole the episode consists of this batch alone */
    private record Touched(UUID episode, UUID key, boolean whole) {}

    void run(ImportRow row, Lease lease, AuditLog audit, Runnable changed) {
        UUID after = new UUID(0, 0);
        for (List<Touched> done = next(row.id(), after, lease); !done.isEmpty(); done = next(row.id(), after, lease)) {
            contents.destroy(
                    done.stream().filter(Touched::whole).map(Touched::key).toList());
            after = done.getLast().episode();
            changed.run();
        }
        transactions.runAs(DryRun.JOB, () -> {
            leases.check(lease);
            int kept = jdbc.sql("select count(distinct episode_id)::int from warning.signal where import_id = :id")
                    .param("id", row.id())
                    .query(Integer.class)
                    .single();
            imports.kept(row.id(), kept);
            audit.deed(new AuditLog.Deed(
                    "warning.batch.undone", new SubjectRef("warning", row.id()), row.rows(), "done", "kept " + kept));
            return imports.move(row.id(), ImportState.UNDONE, ImportState.UNDOING);
        });
    }

    /** Looks and takes in one transaction: nobody begins to handle an episode in between. */
    private List<Touched> next(UUID importId, UUID after, Lease lease) {
        return transactions.runAs(DryRun.JOB, () -> {
            leases.renew(lease);
            List<Touched> touched = jdbc.sql("""
                            select e.id, e.data_key,
                                   not exists (select from warning.signal o
                                               where o.episode_id = e.id and o.import_id is distinct from :import) as whole
                            from warning.episode e
                            where e.id > :after and e.state in ('open', 'routing', 'history') and e.holder_staff is null
                              and e.id in (select episode_id from warning.signal where import_id = :import)
                              and not exists (select from warning.phone_call c where c.episode_id = e.id)
                              and not exists (select from warning.history h where h.episode_id = e.id and h.staff_id is not null)
                            order by e.id limit :limit for no key update of e
                            """)
                    .param("import", importId)
                    .param("after", after)
                    .param("limit", CHUNK)
                    .query((row, n) ->
                            new Touched(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
                    .list();
            if (!touched.isEmpty()) {
                take(importId, touched);
            }
            return touched;
        });
    }

    private void take(UUID importId, List<Touched> touched) {
        String reason = Words.say(java.util.Locale.CHINESE, "warning.import.undone");
        touched.stream()
                .filter(Touched::whole)
                .forEach(each -> orders.withdrawOpen(new SubjectRef("warning", each.episode()), List.of(), reason));
        String[] all = touched.stream().map(each -> each.episode().toString()).toArray(String[]::new);
        String[] whole = touched.stream()
                .filter(Touched::whole)
                .map(each -> each.episode().toString())
                .toArray(String[]::new);
        contents.forgetTokens(
                touched.stream().filter(Touched::whole).map(Touched::episode).toList());
        jdbc.sql("""
                        with gone as (
                            delete from warning.signal where import_id = :import and episode_id = any(:all::uuid[]) returning id)
                        delete from warning.signal_content where signal_id in (select id from gone)
                        """).param("import", importId).param("all", all).update();
        jdbc.sql("delete from warning.episode where id = any(:whole::uuid[])")
                .param("whole", whole)
                .update();
        jdbc.sql("""
                        update warning.episode e
                        set signal_count = s.n, first_signal_at = s.first, last_signal_at = s.last, level = s.level,
                            amount_cents = s.amount, money_moving = s.moving
                        from (select episode_id, count(*)::int as n, min(occurred_at) as first, max(occurred_at) as last,
                                     min(level) as level, max(amount_cents) as amount, bool_or(money_moving) as moving
                              from warning.signal where episode_id = any(:all::uuid[]) group by episode_id) s
                        where e.id = s.episode_id
                        """).param("all", all).update();
    }
}
