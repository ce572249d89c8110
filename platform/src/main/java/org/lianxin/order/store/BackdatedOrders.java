package org.lianxin.order.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.InventedOrders.Open;
import org.lianxin.shared.Backdating;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders of a demonstration at the times at which they are said to have happened. */
@Repository
public class BackdatedOrders implements Backdating {

    private static final SystemJob JOB = new SystemJob("order.invented", false);
    private static final String MOVED = """
            with moved as (
                select * from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::interval[]) m(subject, start, stop, back))
            """;

    private static final String OPEN = """
            select id, kind, state, urgency, rank, to_unit, to_unit_path, holder, subject_module, subject_id, issued_at, signed_at
            from "order".orders where is_open""";

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;

    BackdatedOrders(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public void move(List<Moved> all) {
        Object[] columns = Moved.columns(all);
        transactions.runAs(JOB, () -> {
            if (isProduction()) {
                throw new IllegalStateException("nothing is backdated in production");
            }
            events(columns);
            changes(columns);
            return issues(columns);
        });
    }

    private void events(Object[] columns) {
        jdbc.sql(MOVED + """
                        update "order".event e set at = e.at - m.back
                        from moved m join "order".orders o on o.subject_id = m.subject
                        where e.order_id = o.id and e.at >= m.start and e.at < m.stop""").params(columns).update();
    }

    private void changes(Object[] columns) {
        for (String column : List.of("signed_at", "closed_at")) {
            jdbc.sql(MOVED + """
                            update "order".orders o set %1$s = o.%1$s - m.back from moved m
                            where o.subject_id = m.subject and o.%1$s >= m.start and o.%1$s < m.stop""".formatted(column)).params(columns).update();
        }
    }

    /** An order and all its deadlines, granted ones too, move with its issue. */
    private int issues(Object[] columns) {
        jdbc.sql(MOVED + """
                        update "order".deadline d set at = d.at - m.back
                        from moved m join "order".orders o on o.subject_id = m.subject
                        where d.order_id = o.id and o.issued_at >= m.start and o.issued_at < m.stop""").params(columns).update();
        return jdbc.sql(MOVED + """
                        update "order".orders o
                        set issued_at = o.issued_at - m.back, due_at = o.due_at - m.back, first_due_at = o.first_due_at - m.back,
                            asked_until = o.asked_until - m.back,
                            granted_at = array(select t - m.back from unnest(o.granted_at) t),
                            granted_until = array(select t - m.back from unnest(o.granted_until) t)
                        from moved m
                        where o.subject_id = m.subject and o.issued_at >= m.start and o.issued_at < m.stop""").params(columns).update();
    }

    private boolean isProduction() {
        return jdbc.sql("select stamp = 'PRODUCTION' from runtime.instance")
                .query(Boolean.class)
                .single();
    }

    public boolean isAnyDue() {
        return jdbc.sql("select exists (select from \"order\".deadline where at <= lianxin_now())")
                .query(Boolean.class)
                .single();
    }

    /** What the ladders did since then was done when it was due. */
    public int settle(Instant since) {
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update "order".orders a
                        set issued_at = f.due_at, due_at = a.due_at - (a.issued_at - f.due_at),
                            first_due_at = a.first_due_at - (a.issued_at - f.due_at)
                        from "order".fired f
                        where f.at >= ? and a.follows = f.order_id and a.cause = 'order/' || f.order_id || '/step/' || f.step""").param(from).update();
        jdbc.sql("""
                        update "order".deadline d set at = o.due_at from "order".orders o
                        where o.id = d.order_id and o.kind in ('alarm', 'notice') and d.step = 0 and d.at > o.due_at""").update();
        jdbc.sql("""
                        update "order".event e set at = f.due_at from "order".fired f
                        where f.at >= ? and e.order_id = f.order_id and e.at = f.at and (e.action = 'overdue') = (f.step = 0)""").param(from).update();
        return jdbc.sql("""
                        update "order".orders o set escalated_at = f.last
                        from (select order_id, max(due_at) as last from "order".fired where at >= ? and step > 0 group by order_id) f
                        where o.id = f.order_id""").param(from).update();
    }

    public List<Open> on(SubjectRef subject) {
        return jdbc.sql(OPEN + " and subject_id = ? order by issued_at, id")
                .param(subject.id())
                .query(BackdatedOrders::open)
                .list();
    }

    public List<Open> open(UnitPath below) {
        return jdbc.sql(OPEN + " and to_unit_path >= ? and to_unit_path < ? order by issued_at, id limit 2000")
                .params(below.value(), below.end())
                .query(BackdatedOrders::open)
                .list();
    }

    private static Open open(ResultSet row, int n) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("state"),
                OrderRows.urgency(row.getInt("urgency")),
                row.getInt("rank"),
                row.getObject("to_unit", UUID.class),
                new UnitPath(row.getString("to_unit_path")),
                row.getObject("holder", UUID.class),
                new SubjectRef(row.getString("subject_module"), row.getObject("subject_id", UUID.class)),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                instant(row, "signed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
