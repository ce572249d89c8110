package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.List;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.vault.Vault;
import org.lianxin.warning.bulk.RowReading.Read;
import org.lianxin.warning.file.Rows.Row;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Preview;
import org.lianxin.warning.intake.Receipt;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** Reads a whole file and says what would become of each row. Writes nothing but what it found out. */
@Component
class DryRun {

    static final SystemJob JOB = new SystemJob("warning.import", true);
    private static final int CHUNK = 1_000;

    private final ScopedTransactions transactions;
    private final ImportRows imports;
    private final Rejects rejects;
    private final Leases leases;
    private final Intake intake;
    private final Vault vault;

    DryRun(
            ScopedTransactions transactions,
            ImportRows imports,
            Rejects rejects,
            Leases leases,
            Intake intake,
            Vault vault) {
        this.transactions = transactions;
        this.imports = imports;
        this.rejects = rejects;
        this.leases = leases;
        this.intake = intake;
        this.vault = vault;
    }

    /** @param changed is called whenever there is something new to show */
    void run(ImportRow row, Lease lease, Sender sender, byte[] bytes, Runnable changed) {
        try (FileRows file = new FileRows(bytes)) {
            transactions.runAs(JOB, () -> {
                imports.header(row.id(), file.sheet(), file.columns().all());
                return row;
            });
            RowReading reading = new RowReading(file.columns(), row.madeAt(), new FileRowIds(vault));
            Preview preview = intake.preview(row.madeAt());
            Tally tally = Tally.NONE;
            int stopped = 0;
            for (List<Row> chunk = file.next(CHUNK); !chunk.isEmpty(); chunk = file.next(CHUNK)) {
                List<Read> reads = chunk.parallelStream().map(reading::read).toList();
                Chunk done = new Chunk(chunk, reads, reading);
                stopped += reads.stream().mapToInt(Read::stopped).sum();
                tally = keep(row, lease, tally, stopped, () -> done.count(preview, sender));
                changed.run();
            }
            Tally all = tally;
            int allStopped = stopped;
            transactions.runAs(JOB, () -> {
                leases.check(lease);
                imports.progress(row.id(), all, allStopped, true);
                return imports.move(row.id(), ImportState.DRY_RUN_DONE, ImportState.READING);
            });
        }
    }

    private Tally keep(
            ImportRow row, Lease lease, Tally before, int stopped, java.util.function.Supplier<Counted> count) {
        return transactions.runAs(JOB, () -> {
            leases.renew(lease);
            Counted counted = count.get();
            rejects.insert(row.id(), counted.rejects());
            Tally tally = before.plus(counted.tally());
            imports.progress(row.id(), tally, stopped, false);
            return tally;
        });
    }

    private record Counted(Tally tally, List<Reject> rejects) {}

    /** Some rows with what was read of them. */
    private record Chunk(List<Row> rows, List<Read> reads, RowReading reading) {

        Counted count(Preview preview, Sender sender) {
            List<Reject> rejected = new ArrayList<>();
            List<Intake.Row> good = new ArrayList<>();
            List<Row> goodRows = new ArrayList<>();
            for (int i = 0; i < reads.size(); i++) {
                Read read = reads.get(i);
                if (read.signal() == null) {
                    rejected.addAll(read.rejects());
                } else {
                    good.add(new Intake.Row(read.row(), read.signal()));
                    goodRows.add(rows.get(i));
                }
            }
            Tally tally = new Tally(0, 0, 0, reads.size() - good.size(), 0);
            List<Preview.Guess> guesses = preview.next(sender, good);
            for (int i = 0; i < guesses.size(); i++) {
                tally = tally.plus(one(guesses.get(i).outcome(), guesses.get(i).duplicate()));
                if (guesses.get(i).outcome() == Receipt.Outcome.CONFLICT) {
                    rejected.add(reading.conflict(goodRows.get(i)));
                }
            }
            return new Counted(tally, rejected);
        }
    }

    /** A row that came again counts as merged whatever it was taken as before. */
    static Tally one(Receipt.Outcome outcome, boolean duplicate) {
        if (duplicate) {
            return new Tally(0, 1, 0, 0, 1);
        }
        return switch (outcome) {
            case ACCEPTED -> new Tally(1, 0, 0, 0, 0);
            case MERGED -> new Tally(0, 1, 0, 0, 0);
            case HISTORY -> new Tally(0, 0, 1, 0, 0);
            case CONFLICT -> new Tally(0, 0, 0, 1, 0);
        };
    }
}
