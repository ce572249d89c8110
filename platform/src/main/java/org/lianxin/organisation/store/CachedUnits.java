package org.lianxin.organisation.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.domain.Directory;
import org.lianxin.organisation.store.DirectoryRows.Revision;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.UnitPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The directory in memory. A change of this node's own is there as soon as it is committed, any other within half a second. */
@Component
public final class CachedUnits implements Units, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CachedUnits.class);
    private static final SystemJob JOB = new SystemJob("organisation.directory", false);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ScopedTransactions transactions;
    private final DirectoryRows rows;
    private final Clock clock;
    private final ScheduledExecutorService reader;
    private final ScheduledFuture<?> polling;
    private volatile @Nullable Directory directory;
    private volatile Duration databaseAhead = Duration.ZERO;
    private volatile boolean failing;

    CachedUnits(ScopedTransactions transactions, DirectoryRows rows, Clock clock) {
        this.clock = clock;
        this.transactions = transactions;
        this.rows = rows;
        this.reader = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("organisation-directory").factory());
        polling = reader.scheduleWithFixedDelay(this::poll, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public UnitRef get(UUID id) {
        return directory().unit(id);
    }

    @Override
    public Optional<UnitRef> find(UnitPath path) {
        return Optional.ofNullable(directory().findPath(path.value()));
    }

    @Override
    public Optional<UnitRef> findByCode(String code) {
        return Optional.ofNullable(directory().findCode(code));
    }

    @Override
    public List<UnitRef> list() {
        return directory().list();
    }

    @Override
    public List<UnitRef> above(UUID id) {
        return directory().above(id);
    }

    @Override
    public List<UnitRef> below(UUID id) {
        return directory().below(id);
    }

    @Override
    public Answering answeringFor(String divisionCode) {
        return directory().answeringFor(divisionCode, null);
    }

    @Override
    public Answering answeringFor(String divisionCode, String address) {
        return directory().answeringFor(divisionCode, address);
    }

    @Override
    public Optional<UnitRef> withDuty(UUID unit, String duty) {
        return Optional.ofNullable(directory().withDuty(unit, duty));
    }

    @Override
    public List<StaffRef> onDuty(UUID unit) {
        return duties(unit).stream().map(OnDuty::staff).distinct().toList();
    }

    @Override
    public List<OnDuty> duties(UUID unit) {
        return directory().duties(unit, now());
    }

    @Override
    public List<StaffRef> staffOf(UUID unit) {
        return directory().staffOfUnit(unit);
    }

    @Override
    public List<PhoneNumber> dutyPhones(UUID unit) {
        List<UUID> onDuty = onDuty(unit).stream().map(StaffRef::id).toList();
        return onDuty.isEmpty() ? List.of() : transactions.runAs(JOB, () -> rows.phones(onDuty));
    }

    @Override
    public Optional<StaffRef> findStaff(UUID staffId) {
        return Optional.ofNullable(directory().findStaff(staffId));
    }

    /** Call it in every transaction that writes units, staff, posts, jurisdictions or duty. */
    public void refreshAfterCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Refreshing.class::isInstance)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new Refreshing());
    }

    /** Once a transaction, however often it is asked for. */
    private final class Refreshing implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            refresh();
        }
    }

    private Directory directory() {
        Directory known = directory;
        return known == null ? refresh() : known;
    }

    /** Reads on the reader's thread: never in the caller's transaction, whose scope is narrower. */
    private Directory refresh() {
        return CompletableFuture.supplyAsync(this::read, reader).join();
    }

    private Directory read() {
        Directory fresh = transactions.runAs(JOB, rows::read);
        directory = fresh;
        return fresh;
    }

    private void poll() {
        try {
            Revision revision = transactions.runAs(JOB, rows::revision);
            databaseAhead = Duration.between(clock.instant(), revision.now());
            Directory known = directory;
            if (known == null || known.revision() != revision.number()) {
                read();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn(
                        "units cannot be read at the moment ({}); the last known ones go on serving",
                        e.getClass().getName());
            }
            failing = true;
        }
    }

    private Instant now() {
        return clock.instant().plus(databaseAhead);
    }

    @Override
    public void destroy() {
        polling.cancel(true);
        reader.shutdownNow();
    }
}
