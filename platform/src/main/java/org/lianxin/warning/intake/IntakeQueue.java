package org.lianxin.warning.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single signals share transactions: whatever has queued up while the last commit was on its way to the disk goes into the
 * next one. A lone signal is committed at once. Where signals come in company, transactions begin a pace apart, because half of
 * what a small one costs does not depend on how many signals it holds. A second transaction runs beside the first only when many
 * wait: two small ones at a time would cost more and help nobody.
 */
final class IntakeQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);
    private static final int MOST_AT_ONCE = 250;
    private static final int MANY = 16;
    static final long PACE = TimeUnit.MILLISECONDS.toNanos(10);

    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final int capacity;
    private final Consumer<List<Waiting>> commit;
    private final List<Thread> committers = new ArrayList<>();
    private int atWork;
    private long notBefore = System.nanoTime();
    private boolean closed;

    IntakeQueue(int capacity, int threads, Consumer<List<Waiting>> commit) {
        this.capacity = capacity;
        this.commit = commit;
        for (int i = 0; i < threads; i++) {
            committers.add(Thread.ofPlatform().daemon().name("intake-" + i).start(this::work));
        }
    }

    synchronized void put(Waiting waiting) {
        if (closed || queue.size() >= capacity) {
            throw new Busy();
        }
        queue.add(waiting);
        if ((atWork == 0 && queue.size() == 1) || queue.size() >= MANY) {
            notify();
        }
    }

    /** How long until the next transaction begins, if nothing happens meanwhile; nought for now. */
    private OptionalLong nanosToNext() {
        if (queue.size() >= MANY) {
            return OptionalLong.of(0);
        }
        boolean waitsForOthers = queue.isEmpty() || atWork > 0;
        return waitsForOthers ? OptionalLong.empty() : OptionalLong.of(Math.max(0, notBefore - System.nanoTime()));
    }

    private void work() {
        try {
            while (true) {
                List<Waiting> batch = next();
                try {
                    commit(batch);
                } finally {
                    done();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", Thread.currentThread().getName());
        }
    }

    private synchronized List<Waiting> next() throws InterruptedException {
        for (OptionalLong nanos = nanosToNext(); nanos.isEmpty() || nanos.getAsLong() > 0; nanos = nanosToNext()) {
            wait(nanos.isEmpty() ? 0 : 1 + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong()));
        }
        atWork++;
        List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), MOST_AT_ONCE));
        while (!queue.isEmpty() && batch.size() < MOST_AT_ONCE) {
            Waiting first = queue.remove();
            if (first.take()) {
                batch.add(first);
            }
        }
        notBefore = System.nanoTime() + (batch.size() > 1 ? PACE : 0);
        return batch;
    }

    private synchronized void done() {
        atWork--;
        notifyAll();
    }

    private void commit(List<Waiting> batch) {
        try {
            if (!batch.isEmpty()) {
                commit.accept(batch);
            }
        } catch (Throwable e) {
            LOG.error(
                    "a batch of {} signals failed: {}",
                    batch.size(),
                    e.getClass().getSimpleName());
            batch.forEach(each -> each.failed(e));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        committers.forEach(Thread::interrupt);
        queue.forEach(each -> each.failed(new Busy()));
        queue.clear();
    }
}
