package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianxin.warning.domain.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** The one way in for signals. Every answer comes after the commit that holds what it says. */
@Component
public class Intake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int TRIES = 4;
    private static final int PER_TRANSACTION = 250;
    private static final long BATCH_PATIENCE_MILLIS = 900;

    private final Preparation preparation;
    private final IntakeTransaction transaction;
    private final IntakeReads reads;
    private final IntakeQueue queue;
    private final Room singles;
    private final Room batches;

    Intake(
            Preparation preparation,
            IntakeTransaction transaction,
            IntakeReads reads,
            @Value("${lianxin.warning.intake.committers:2}") int committers,
            @Value("${lianxin.warning.intake.waiting:400}") int most,
            @Value("${lianxin.warning.intake.batches:2}") int batches) {
        this.preparation = preparation;
        this.transaction = transaction;
        this.reads = reads;
        this.singles = new Room(most, 0);
        this.batches = new Room(batches, BATCH_PATIENCE_MILLIS);
        this.queue = new IntakeQueue(most, committers, this::commit);
    }

    /** Takes one signal; throws {@link Busy} at once or within a second when there is no room. */
    public Receipt accept(Sender sender, Signal signal) {
        return singles.within(() -> {
            Waiting waiting = new Waiting(preparation.prepare(sender, signal, 0));
            queue.put(waiting);
            return waiting.await();
        });
    }

    /** A signal of a file with its row. */
    public record Row(int number, Signal signal) {}

    /**
     * Takes many signals in one transaction of the caller's thread, all or none.
     *
     * @param also runs in the same transaction with the receipts, in order
     */
    public List<Receipt> acceptAll(Sender sender, List<Row> rows, Consumer<List<Receipt>> also) {
        List<Prepared> batch = new ArrayList<>(rows.size());
        rows.forEach(row -> batch.add(preparation.prepare(sender, row.signal(), row.number())));
        return withRetries(batch, also);
    }

    /**
     * Takes the signals of one request, so many per transaction; one receipt each, in order. Throws {@link Busy} within a second
     * when enough requests of this kind are at work: they must not take the connections from those who bring one signal.
     */
    public List<Receipt> acceptBatch(Sender sender, List<Row> rows) {
        return batches.within(() -> {
            List<Receipt> receipts = new ArrayList<>(rows.size());
            for (int from = 0; from < rows.size(); from += PER_TRANSACTION) {
                List<Row> part = rows.subList(from, Math.min(rows.size(), from + PER_TRANSACTION));
                receipts.addAll(acceptAll(sender, part, r -> {}));
            }
            return receipts;
        });
    }

    /** A preview of one file as of {@code now}. */
    public Preview preview(Instant now) {
        return new Preview(preparation, reads, now);
    }

    private void commit(List<Waiting> waiting) {
        try {
            List<Receipt> receipts =
                    withRetries(waiting.stream().map(Waiting::prepared).toList(), r -> {});
            for (int i = 0; i < receipts.size(); i++) {
                waiting.get(i).done(receipts.get(i));
            }
        } catch (NonTransientDataAccessException e) {
            LOG.warn(
                    "a batch of {} is taken one by one: {}",
                    waiting.size(),
                    e.getClass().getSimpleName());
            waiting.forEach(this::commitAlone);
        }
    }

    private void commitAlone(Waiting each) {
        try {
            each.done(withRetries(List.of(each.prepared()), r -> {}).getFirst());
        } catch (RuntimeException e) {
            each.failed(e);
        }
    }

    private List<Receipt> withRetries(List<Prepared> batch, Consumer<List<Receipt>> also) {
        DataAccessException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return transaction.take(batch, also);
            } catch (TransientDataAccessException e) {
                LOG.info(
                        "a batch of {} is tried again: {}",
                        batch.size(),
                        e.getClass().getSimpleName());
                last = e;
            }
        }
        throw java.util.Objects.requireNonNull(last);
    }

    @Override
    public void close() {
        queue.close();
    }
}
