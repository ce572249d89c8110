package org.lianxin.audit.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every hour; not where tests move the clock, who run it themselves. There is no switch to turn it off. */
@Component
class RetentionClock implements AutoCloseable {

    private static final long FIRST_SECONDS = 120;
    private static final long EVERY_SECONDS = 3_600;

    private final RetentionRun run;
    private final boolean bench;
    private volatile @Nullable ScheduledFuture<?> running;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention").factory());

    RetentionClock(RetentionRun run, @Value("${lianxin.stamp}") String stamp) {
        this.run = run;
        this.bench = stamp.equals("BENCH");
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (!bench) {
            running = thread.scheduleWithFixedDelay(run::run, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        ScheduledFuture<?> hourly = running;
        if (hourly != null) {
            hourly.cancel(true);
        }
        thread.shutdownNow();
    }
}
