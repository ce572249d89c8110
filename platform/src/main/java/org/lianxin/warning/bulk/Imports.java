package org.lianxin.warning.bulk;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.warning.intake.Sender;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people and machines do with imports. Reads and writes within the transaction of the caller unless it says otherwise. */
@Component
public class Imports {

    private final ScopedTransactions transactions;
    private final ImportRows rows;
    private final Rejects rejects;
    private final SealedFile files;
    private final ImportWork work;
    private final Uploads uploads;

    Imports(
            ScopedTransactions transactions,
            ImportRows rows,
            Rejects rejects,
            SealedFile files,
            ImportWork work,
            Uploads uploads) {
        this.transactions = transactions;
        this.rows = rows;
        this.rejects = rejects;
        this.files = files;
        this.work = work;
        this.uploads = uploads;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        work.start();
    }

    /** Stores the file, sealed, and begins the dry run; in transactions of its own. */
    public UUID upload(Sender sender, @Nullable UUID staffId, String fileName, InputStream file) {
        UUID id = uploads.take(sender, staffId, fileName, file);
        work.wake();
        return id;
    }

    public Optional<ImportRow> find(UUID id) {
        return rows.find(id);
    }

    /** @param order as {@link org.lianxin.shared.Sorting} reads it; the latest first without one */
    public Slice<ImportRow> list(@Nullable String order, @Nullable UUID after, int size) {
        return rows.list(order, after, size);
    }

    public Slice<Reject> listRejects(UUID id, @Nullable String after, @Nullable String code, int size) {
        return rejects.list(id, after, code, size);
    }

    public List<CodeCount> listCodes(UUID id) {
        return rejects.codes(id);
    }

    /** Begins to write; refused when the dry run is not done or it is written already. */
    public void confirm(UUID id) {
        if (!rows.move(id, ImportState.WRITING, ImportState.DRY_RUN_DONE)) {
            throw Refused.of(409, "warning.import-not-ready");
        }
    }

    /** What is being written is stopped and taken back. */
    public void cancel(UUID id) {
        boolean done = rows.move(id, ImportState.CANCELLED, ImportState.READING, ImportState.DRY_RUN_DONE)
                || rows.move(id, ImportState.UNDOING, ImportState.WRITING);
        if (!done) {
            throw Refused.of(409, "warning.import-not-cancellable");
        }
    }

    /** Takes back what was written, also when the writing failed half-way. */
    public void undo(UUID id) {
        if (!rows.move(id, ImportState.UNDOING, ImportState.DONE, ImportState.FAILED)) {
            throw Refused.of(409, "warning.import-not-undoable");
        }
    }

    /** After the caller's commit: there is work. */
    public void wake() {
        work.wake();
    }

    /** The uploaded file itself; in a transaction of its own. */
    public byte[] loadFile(ImportRow row) {
        return transactions.runAs(DryRun.JOB, () -> files.load(row.id(), row.dataKey()));
    }

    public List<Reject> listAllRejects(UUID id) {
        return rejects.all(id);
    }
}
