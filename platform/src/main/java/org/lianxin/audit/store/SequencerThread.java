package org.lianxin.audit.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lianxin.shared.Pulse;
import org.lianxin.shared.Vital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sequences every two seconds and signs every minute, on every node; the database lets one of them work at a time. */
@Component
final class SequencerThread implements SmartLifecycle, Vital {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerThread.class);
    private static final Duration UNWELL_AFTER = Duration.ofMinutes(2);
    private static final int SEQUENCE_SECONDS = 2;
    private static final int SIGN_EVERY = 30;
    private static final int SIGNED_LATELY_SECONDS = 50;

    private final Sequencer sequencer;
    private volatile boolean running;
    private final Pulse pulse = new Pulse();
    private int turn;
    private ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-sequencer").factory());

    SequencerThread(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public void start() {
        running = true;
        if (thread.isShutdown()) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("audit-sequencer").factory());
        }
        var polling = thread.scheduleWithFixedDelay(this::work, 1, SEQUENCE_SECONDS, TimeUnit.SECONDS);
        LOG.debug("sequencing: {}", polling);
    }

    private void work() {
        try {
            sequencer.sequence();
            if (turn++ % SIGN_EVERY == 0) {
                sequencer.signHeads(SIGNED_LATELY_SECONDS);
            }
            pulse.good();
        } catch (Throwable e) {
            if (pulse.failed() && running) {
                LOG.warn(
                        "the audit log cannot be sequenced at the moment ({}); it will go on by itself",
                        e.getClass().getName());
            }
        }
    }

    @Override
    public Sign sign() {
        return pulse.sign("audit-sequencer", UNWELL_AFTER);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
