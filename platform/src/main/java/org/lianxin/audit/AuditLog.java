package org.lianxin.audit;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.store.EntryNotes;
import org.lianxin.shared.SubjectRef;

/**
 * Writes entries in the caller's transaction; who, post, unit and time are taken from its context. Entries carry no
 * content. Throws {@link IllegalStateException} outside a {@link ScopedTransactions} transaction.
 */
public interface AuditLog {

    /** The same log for a {@link org.lianxin.shared.Command}, within {@link ScopedTransactions#on}. */
    static AuditLog on(DataSource database) {
        return EntryNotes.on(database);
    }

    /** Notes a deed, for example {@code warning.batch.undone}. */
    void deed(Deed deed);

    /**
     * What a read for a purpose really returned; completes the entry that opened it.
     *
     * @param persons keyed tokens of the persons shown
     * @param fields names of the fields shown, for example {@code name, phone}
     */
    void shown(List<String> persons, List<String> fields);

    /**
     * @param action dotted name that begins with the module
     * @param result short stable word: {@code done}, {@code refused}
     * @param note what changed, without personal content; may be missing
     */
    record Deed(
            String action,
            @Nullable SubjectRef subject,
            int count,
            String result,
            @Nullable String note) {}
}
