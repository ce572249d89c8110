package org.lianxin.audit.store;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.Purpose;
import org.lianxin.shared.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes entries through {@code audit.note}, the one way there is; who and when are the database's business. */
@Component
public final class EntryNotes implements AuditLog {

    private final JdbcClient jdbc;

    EntryNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without Spring. */
    public static AuditLog on(DataSource database) {
        return new EntryNotes(JdbcClient.create(database));
    }

    @Override
    public void deed(Deed deed) {
        Running.get();
        SubjectRef subject = deed.subject();
        jdbc.sql("select audit.note(?, null, ?, ?::uuid, null, null, ?, ?, ?)")
                .param(deed.action())
                .param(subject == null ? null : subject.module())
                .param(subject == null ? null : subject.id())
                .param(deed.count())
                .param(deed.result())
                .param(deed.note())
                .query(Long.class)
                .single();
    }

    @Override
    public void shown(List<String> persons, List<String> fields) {
        Running running = Running.get();
        if (running.entry() == 0) {
            throw new IllegalStateException(
                    "nothing was opened for a purpose. Maybe runFor is missing around this call.");
        }
        jdbc.sql("select audit.shown(?, ?, ?)")
                .param(running.entry())
                .param(persons.toArray(String[]::new))
                .param(fields.toArray(String[]::new))
                .query(row -> {});
    }

    /**
     * Whom the person of this transaction was shown within the hour.
     *
     * @param persons 0 when the case asked about is among theirs; a list counts for fifty at most
     * @param noticed that they were many was noted already
     */
    record Lately(int persons, boolean noticed) {}

    Lately lately(UUID subject) {
        return jdbc.sql("select audit.shown_lately(?)")
                .param(subject)
                .query((row, n) -> {
                    Integer[] counts = (Integer[]) row.getArray(1).getArray();
                    return new Lately(counts[0], counts[1] > 0);
                })
                .single();
    }

    /** Notes a purpose within a transaction that has begun; content is open from here on. */
    long opened(Purpose purpose) {
        return open(purpose.kind(), purpose.subject(), purpose.orderId(), purpose.reason());
    }

    long openedByJob(String job) {
        return open(job, null, null, null);
    }

    private long open(String kind, @Nullable SubjectRef subject, @Nullable UUID orderId, @Nullable String reason) {
        return jdbc.sql("select audit.note(?, ?, ?, ?::uuid, ?::uuid, ?, 0, 'opened', null)")
                .param(kind)
                .param(kind)
                .param(subject == null ? null : subject.module())
                .param(subject == null ? null : subject.id())
                .param(orderId)
                .param(reason)
                .query(Long.class)
                .single();
    }
}
