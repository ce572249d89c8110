package org.lianxin.warning.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.warning.intake.Sender;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people and machines do with imports. Reads and writes within the transaction of the caller unless it says otherwise. */
@Component
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final ScopedTransactions transactions;
    private final ImportRows rows;
    private final Rejects rejects;
    private final SealedFile files;
    private final ImportWork work;
    private final Vault vault;

    Imports(
            ScopedTransactions transactions,
            ImportRows rows,
            Rejects rejects,
            SealedFile files,
            ImportWork work,
            Vault vault) {
        this.transactions = transactions;
        this.rows = rows;
        this.rejects = rejects;
        this.files = files;
        this.work = work;
        this.vault = vault;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        work.start();
    }

    /** Stores the file, sealed, and begins the dry run; in a transaction of its own. */
    public UUID upload(Sender sender, @Nullable UUID staffId, String fileName, InputStream file) {
        UUID id = Uuid7.next();
        UUID key = vault.takeKeys(1).getFirst();
        String name =
                fileName.length() > LONGEST_NAME ? fileName.substring(fileName.length() - LONGEST_NAME) : fileName;
        String code = sender.unit().code();
        transactions.runAs(DryRun.JOB, () -> {
            rows.insert(new ImportRows.New(
                    id,
                    sender.unit().id(),
                    sender.unit().path(),
                    code.substring(0, Math.min(6, code.length())),
                    sender.name(),
                    staffId,
                    name.replace('\u0000', ' '),
                    key));
            try {
                rows.uploaded(id, files.store(id, key, file));
            } catch (IOException e) {
                throw Refused.of(400, "warning.upload-broken");
            } catch (SealedFile.TooLarge e) {
                throw Refused.of(413, "warning.file-too-large", SealedFile.MOST_BYTES >> 20);
            }
            return id;
        });
        work.wake();
        return id;
    }

    public Optional<ImportRow> find(UUID id) {
        return rows.find(id);
    }

    public Slice<ImportRow> list(@Nullable Instant before, int size) {
        return rows.list(before, size);
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

    public void cancel(UUID id) {
        if (!rows.move(id, ImportState.CANCELLED, ImportState.READING, ImportState.DRY_RUN_DONE, ImportState.FAILED)) {
            throw Refused.of(409, "warning.import-not-cancellable");
        }
    }

    public void undo(UUID id) {
        if (!rows.move(id, ImportState.UNDOING, ImportState.DONE)) {
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

    /** Whether {@code unit} may touch an import of {@code path}; for machines, which have no row security of their own. */
    public static boolean isWithin(UnitPath path, UnitPath unit) {
        return path.isAtOrBelow(unit);
    }
}
