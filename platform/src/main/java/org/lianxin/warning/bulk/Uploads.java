package org.lianxin.warning.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** Takes files in, piece by piece, each in a short transaction: a slow sender holds nobody up. */
@Component
class Uploads {

    static final int MOST_BYTES = 100 << 20;
    private static final int PIECE = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private final ScopedTransactions transactions;
    private final ImportRows rows;
    private final SealedFile files;
    private final Vault vault;

    Uploads(ScopedTransactions transactions, ImportRows rows, SealedFile files, Vault vault) {
        this.transactions = transactions;
        this.rows = rows;
        this.files = files;
        this.vault = vault;
    }

    /** The import's id once the whole file is stored; what breaks off stays visible as failed, without its file. */
    UUID take(Sender sender, @Nullable UUID staffId, String fileName, InputStream file) {
        UUID id = Uuid7.next();
        UUID key = vault.takeKeys(1).getFirst();
        String code = sender.unit().code();
        transactions.runAs(DryRun.JOB, () -> {
            rows.insert(new ImportRows.New(
                    id,
                    sender.unit().id(),
                    sender.unit().path(),
                    code.substring(0, Math.min(6, code.length())),
                    sender.name(),
                    staffId,
                    name(fileName),
                    key));
            return id;
        });
        store(id, key, file);
        return id;
    }

    private static String name(String fileName) {
        String end = fileName.length() > LONGEST_NAME ? fileName.substring(fileName.length() - LONGEST_NAME) : fileName;
        return end.replaceAll("\\p{Cntrl}", " ");
    }

    private void store(UUID id, UUID key, InputStream file) {
        long total = 0;
        int part = 0;
        try {
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                total += piece.length;
                if (total > MOST_BYTES) {
                    throw broken(id, "too-large", Refused.of(413, "warning.file-too-large", MOST_BYTES >> 20));
                }
                add(id, key, part++, piece, total);
            }
        } catch (IOException e) {
            throw broken(id, "upload-broken", Refused.of(400, "warning.upload-broken"));
        }
        transactions.runAs(DryRun.JOB, () -> {
            rows.uploaded(id);
            return id;
        });
    }

    private void add(UUID id, UUID key, int part, byte[] piece, long total) {
        transactions.runAs(DryRun.JOB, () -> {
            files.add(id, key, part, piece);
            rows.uploading(id, total);
            return id;
        });
    }

    private Refused broken(UUID id, String code, Refused refused) {
        transactions.runAs(DryRun.JOB, () -> {
            rows.failed(id, new ImportRow.Problem(code, List.of(Integer.toString(MOST_BYTES >> 20))));
            return id;
        });
        return refused;
    }

    /** Erases the files of imports that nobody goes on with: what stood in their stopped columns is gone with them. */
    void forgetEnded() {
        List<ImportRows.Ended> ended = transactions.runAs(DryRun.JOB, () -> {
            List<ImportRows.Ended> some = rows.forgetEnded();
            if (!some.isEmpty()) {
                files.remove(some.stream().map(ImportRows.Ended::id).toList());
            }
            return some;
        });
        if (!ended.isEmpty()) {
            vault.destroy(ended.stream().map(ImportRows.Ended::key).toList());
        }
    }
}
