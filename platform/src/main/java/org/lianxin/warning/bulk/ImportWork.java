package org.lianxin.warning.bulk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.live.LiveChanges;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.warning.file.UnreadableFile;
import org.lianxin.warning.intake.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with imports: those just uploaded or confirmed, and those whose worker died. One at a time per node. */
@Component
class ImportWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    /** An import that was taken up this often without getting on is not the machine's bad luck. */
    private static final int MOST_ATTEMPTS = 5;

    private static final long SHOWN_EVERY_NANOS = 500_000_000L;

    private final ScopedTransactions transactions;
    private final ImportBooks books;
    private final Phases phases;
    private final LiveChanges live;
    private final AuditLog audit;
    private final Units units;
    private volatile @Nullable ScheduledFuture<?> looking;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import").factory());
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-lease").factory());

    ImportWork(
            ScopedTransactions transactions,
            ImportBooks books,
            Phases phases,
            LiveChanges live,
            AuditLog audit,
            Units units) {
        this.transactions = transactions;
        this.books = books;
        this.phases = phases;
        this.live = live;
        this.audit = audit;
        this.units = units;
    }

    /** What an import is stored in. */
    @Component
    record ImportBooks(ImportRows imports, SealedFile files, Leases leases, Uploads uploads) {}

    /** What is done with it. */
    @Component
    record Phases(DryRun dryRun, Writing writing, Undoing undoing) {}

    void start() {
        looking = worker.scheduleWithFixedDelay(this::look, 1_000, 1_000, TimeUnit.MILLISECONDS);
    }

    /** There is something to do now. */
    void wake() {
        worker.execute(this::look);
    }

    private void look() {
        try {
            Optional<Lease> next = transactions.runAs(DryRun.JOB, books.leases()::takeNext);
            next.ifPresent(this::workOn);
            books.uploads().forgetEnded();
        } catch (Throwable e) {
            LOG.warn("imports wait: {}", e.getClass().getSimpleName());
        }
    }

    private void workOn(Lease lease) {
        ScheduledFuture<?> beat = heart.scheduleAtFixedRate(() -> renew(lease), 5, 5, TimeUnit.SECONDS);
        try {
            ImportRow row = transactions.runAs(
                    DryRun.JOB, () -> books.imports().find(lease.importId()).orElseThrow());
            refuseHopeless(row);
            work(row, lease);
            announce(row);
        } catch (UnreadableFile e) {
            fail(lease, new ImportRow.Problem(e.code(), e.arguments()));
        } catch (Lease.Lost e) {
            LOG.info("import {} is somebody else's now", lease.importId());
        } catch (RuntimeException e) {
            LOG.error(
                    "import {} stopped and will go on: {}",
                    lease.importId(),
                    e.getClass().getSimpleName());
        } finally {
            beat.cancel(false);
        }
    }

    private static void refuseHopeless(ImportRow row) {
        if (!row.handling().uploaded()) {
            throw new UnreadableFile("upload-broken");
        }
        if (row.handling().attempts() > MOST_ATTEMPTS && row.state() != ImportState.UNDOING) {
            throw new UnreadableFile("stopped");
        }
    }

    private void work(ImportRow row, Lease lease) {
        UnitRef unit = units.get(row.unitId());
        Sender sender = row.staffId() == null
                ? Sender.machine(row.madeBy(), unit, row.id())
                : Sender.clerk(row.madeBy(), unit, row.id());
        Runnable changed = shown(row, lease);
        if (row.state() == ImportState.UNDOING) {
            phases.undoing().run(row, lease, audit, changed);
            return;
        }
        byte[] bytes = transactions.runAs(DryRun.JOB, () -> books.files().load(row.id(), row.dataKey()));
        if (row.state() == ImportState.READING) {
            phases.dryRun().run(row, lease, sender, bytes, changed);
        } else {
            phases.writing().run(row, lease, sender, bytes, changed);
        }
    }

    /** Tells the screens, not more often than twice a second. */
    private Runnable shown(ImportRow row, Lease lease) {
        AtomicLong last = new AtomicLong();
        return () -> {
            long now = System.nanoTime();
            if (now - last.get() > SHOWN_EVERY_NANOS) {
                last.set(now);
                if (row.state() == ImportState.WRITING) {
                    phases.writing().note(lease);
                }
                announce(row);
            }
        };
    }

    private void announce(ImportRow row) {
        transactions.runAs(DryRun.JOB, () -> {
            live.announce("import", "progress", row.id().toString(), row.unitPath());
            return row;
        });
    }

    private void renew(Lease lease) {
        try {
            transactions.runAs(DryRun.JOB, () -> {
                books.leases().renew(lease);
                return lease;
            });
        } catch (RuntimeException e) {
            LOG.info("lease of import {}: {}", lease.importId(), e.getClass().getSimpleName());
        }
    }

    private void fail(Lease lease, ImportRow.Problem problem) {
        transactions.runAs(DryRun.JOB, () -> {
            books.leases().check(lease);
            books.imports().failed(lease.importId(), problem);
            return List.of();
        });
        ImportRow row = transactions.runAs(
                DryRun.JOB, () -> books.imports().find(lease.importId()).orElseThrow());
        announce(row);
    }

    @Override
    public void close() {
        ScheduledFuture<?> running = looking;
        if (running != null) {
            running.cancel(true);
        }
        worker.shutdownNow();
        heart.shutdownNow();
    }
}
