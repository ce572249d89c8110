package org.lianxin.indicator.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens every second, on every node, and rests nine times as long as a turn took: counting has a tenth of one core of each node at most, so that
 * a flood of signals comes first and its figures follow. Once nothing waits, months that have ended are frozen.
 */
@Component
class FigureClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FigureClock.class);
    private static final int MOST = 2_000;
    private static final int RESTS = 9;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SECONDS_PER_FREEZING = 60;

    private final Listening listening;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile @Nullable ScheduledFuture<?> looking;
    private int seconds;

    FigureClock(Listening listening) {
        this.listening = listening;
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("indicator-clock").factory());
        thread = fresh;
        looking = fresh.schedule(this::turn, SECOND, TimeUnit.NANOSECONDS);
    }

    private void turn() {
        long began = System.nanoTime();
        look();
        long rest = Math.max(SECOND, RESTS * (System.nanoTime() - began));
        ScheduledExecutorService running = thread;
        if (running != null && !running.isShutdown()) {
            looking = running.schedule(this::turn, rest, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        if (listening.isFilling()) {
            return;
        }
        try {
            int taken = listening.listen(MOST);
            seconds++;
            if (taken == 0 && seconds >= SECONDS_PER_FREEZING) {
                seconds = 0;
                listening.freeze();
            }
        } catch (Throwable e) {
            LOG.warn("the figures wait: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        ScheduledFuture<?> last = looking;
        if (last != null) {
            last.cancel(true);
        }
        if (running != null) {
            running.shutdownNow();
            try {
                running.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
