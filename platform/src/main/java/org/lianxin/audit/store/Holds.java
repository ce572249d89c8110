package org.lianxin.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who decided that a case is kept past its term, why and until when (AU-02). Each deed is in the log. */
@Component
public final class Holds {

    private static final SystemJob JOB = new SystemJob("audit.holds", false);
    private static final int MOST = 500;

    private final ScopedTransactions transactions;
    private final AuditLog log;
    private final JdbcClient jdbc;

    Holds(ScopedTransactions transactions, AuditLog log, JdbcClient jdbc) {
        this.transactions = transactions;
        this.log = log;
        this.jdbc = jdbc;
    }

    /** A hold; one that has ended keeps nothing any more. */
    public record Hold(UUID id, SubjectRef subject, String reason, String madeBy, Instant madeAt, Instant until) {}

    /** Those in force, the next to end first. */
    public List<Hold> list(Viewer viewer) {
        return transactions.run(
                viewer,
                () -> transactions.runAs(
                        JOB,
                        () -> jdbc.sql(
                                        "select * from audit.hold where until_at > lianxin_now() order by until_at, id limit "
                                                + MOST)
                                .query((row, n) -> hold(row))
                                .list()));
    }

    public Hold make(Viewer viewer, SubjectRef subject, String reason, Instant until) {
        return transactions.run(
                viewer,
                () -> transactions.runAs(JOB, () -> {
                    Hold made = jdbc.sql("""
                                    insert into audit.hold (id, subject_module, subject_id, reason, made_by, until_at)
                                    values (?, ?, ?, ?, ?, ?) returning *""")
                            .params(
                                    Uuid7.next(),
                                    subject.module(),
                                    subject.id(),
                                    reason,
                                    viewer.staffNumber(),
                                    until.atOffset(ZoneOffset.UTC))
                            .query((row, n) -> hold(row))
                            .single();
                    log.deed(new Deed("audit.hold.made", subject, 1, "done", "until " + made.until()));
                    return made;
                }));
    }

    /** Ends a hold now; empty when there is none in force by this id. */
    public Optional<Hold> lift(Viewer viewer, UUID id) {
        return transactions.run(
                viewer,
                () -> transactions.runAs(JOB, () -> {
                    Optional<Hold> lifted =
                            jdbc.sql("""
                                    update audit.hold set until_at = lianxin_now()
                                    where id = ? and until_at > lianxin_now() returning *""").param(id).query((row, n) -> hold(row)).optional();
                    lifted.ifPresent(each -> log.deed(new Deed("audit.hold.lifted", each.subject(), 1, "done", null)));
                    return lifted;
                }));
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                new SubjectRef(row.getString("subject_module"), row.getObject("subject_id", UUID.class)),
                row.getString("reason"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant());
    }
}
