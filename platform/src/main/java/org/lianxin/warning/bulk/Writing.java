package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.vault.Vault;
import org.lianxin.warning.file.Rows.Row;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Receipt;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** Writes the good rows of a file. A chunk's rows and the note that they were written commit together. */
@Component
class Writing {

    private static final int CHUNK = 250;
    private static final int WRITERS = 2;

    private final ScopedTransactions transactions;
    private final ImportRows imports;
    private final Chunks chunks;
    private final Leases leases;
    private final Intake intake;
    private final Vault vault;

    Writing(
            ScopedTransactions transactions,
            ImportRows imports,
            Chunks chunks,
            Leases leases,
            Intake intake,
            Vault vault) {
        this.transactions = transactions;
        this.imports = imports;
        this.chunks = chunks;
        this.leases = leases;
        this.intake = intake;
        this.vault = vault;
    }

    void run(ImportRow row, Lease lease, Sender sender, byte[] bytes, Runnable changed) {
        Set<Integer> written = new HashSet<>(transactions.runAs(DryRun.JOB, () -> chunks.written(row.id())));
        try (FileRows file = new FileRows(bytes);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            RowReading reading = new RowReading(file.columns(), row.madeAt(), new FileRowIds(vault));
            Semaphore room = new Semaphore(WRITERS * 2);
            List<Future<?>> running = new ArrayList<>();
            for (List<Row> next = file.next(CHUNK); !next.isEmpty(); next = file.next(CHUNK)) {
                List<Row> chunk = next;
                if (!written.contains(chunk.getFirst().number())) {
                    room.acquireUninterruptibly();
                    running.add(writers.submit(() -> {
                        try {
                            write(row.id(), lease, sender, chunk, reading);
                        } finally {
                            room.release();
                        }
                    }));
                    finishDone(running);
                    changed.run();
                }
            }
            finishAll(running);
        }
        transactions.runAs(DryRun.JOB, () -> {
            leases.check(lease);
            chunks.sum(row.id());
            return imports.move(row.id(), ImportState.DONE, ImportState.WRITING);
        });
    }

    /** Progress, for whoever looks; the truth is in the chunks. */
    void note(Lease lease) {
        transactions.runAs(DryRun.JOB, () -> {
            leases.renew(lease);
            chunks.sum(lease.importId());
            return lease;
        });
    }

    private void write(UUID importId, Lease lease, Sender sender, List<Row> chunk, RowReading reading) {
        List<Intake.Row> good = new ArrayList<>(chunk.size());
        List<Row> goodRows = new ArrayList<>(chunk.size());
        for (Row row : chunk) {
            RowReading.Read read = reading.read(row);
            if (read.signal() != null) {
                good.add(new Intake.Row(row.number(), read.signal()));
                goodRows.add(row);
            }
        }
        Tally rejected = new Tally(0, 0, 0, chunk.size() - good.size(), 0);
        intake.acceptAll(sender, good, receipts -> {
            leases.check(lease);
            Tally tally = rejected;
            List<Reject> conflicts = new ArrayList<>();
            for (int i = 0; i < receipts.size(); i++) {
                Receipt receipt = receipts.get(i);
                tally = tally.plus(DryRun.one(receipt.outcome(), receipt.duplicate()));
                if (receipt.outcome() == Receipt.Outcome.CONFLICT) {
                    conflicts.add(reading.conflict(goodRows.get(i)));
                }
            }
            chunks.insert(importId, chunk.getFirst().number(), chunk.getLast().number(), tally, conflicts);
        });
    }

    private static void finishDone(List<Future<?>> running) {
        running.removeIf(each -> {
            if (each.isDone()) {
                finish(each);
            }
            return each.isDone();
        });
    }

    private static void finishAll(List<Future<?>> running) {
        running.forEach(Writing::finish);
    }

    private static void finish(Future<?> each) {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Lease.Lost();
        }
    }
}
