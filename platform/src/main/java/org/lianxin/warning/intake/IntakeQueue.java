package org.lianxin.warning.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single signals share transactions: whatever has queued up while the last commit was on its way to the disk goes into the
 * next one. Nobody waits on purpose, so a lone signal is committed at once. A second transaction runs beside the first only
 * when many wait: two small ones at a time would cost more and help nobody.
 */
final class IntakeQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);
    private static final int MOST_AT_ONCE = 250;
    private static final int MANY = 16;

    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final int capacity;
    private final Consumer<List<Waiting>> commit;
    private final List<Thread> committers = new ArrayList<>();
    private int atWork;
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
        if (isTimeToCommit()) {
            notify();
        }
    }

    private boolean isTimeToCommit() {
        return !queue.isEmpty() && (atWork == 0 || queue.size() >= MANY);
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
        while (!isTimeToCommit()) {
            wait();
        }
        atWork++;
        List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), MOST_AT_ONCE));
        while (!queue.isEmpty() && batch.size() < MOST_AT_ONCE) {
            Waiting first = queue.remove();
            if (first.take()) {
                batch.add(first);
            }
        }
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
