package org.lianxin.warning.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Single signals share transactions: whatever has queued up while the last commit was on its way to the disk goes into the
 * next one. Nobody waits on purpose, so a lone signal is committed at once.
 */
final class IntakeQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);
    private static final int MOST_AT_ONCE = 250;

    private final LinkedBlockingQueue<Waiting> queue;
    private final Consumer<List<Waiting>> commit;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    IntakeQueue(int capacity, int threads, Consumer<List<Waiting>> commit) {
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.commit = commit;
        for (int i = 0; i < threads; i++) {
            committers.add(Thread.ofPlatform().daemon().name("intake-" + i).start(this::work));
        }
    }

    void put(Waiting waiting) {
        if (closed || !queue.offer(waiting)) {
            throw new Busy();
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>(MOST_AT_ONCE);
        while (!closed) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                batch.removeIf(each -> !each.take());
                if (!batch.isEmpty()) {
                    commit.accept(batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error(
                        "a batch of {} signals failed: {}",
                        batch.size(),
                        e.getClass().getSimpleName());
                batch.forEach(each -> each.failed(e));
            } finally {
                batch.clear();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        committers.forEach(Thread::interrupt);
        for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
            left.failed(new Busy());
        }
    }
}
