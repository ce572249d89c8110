package org.lianxin.live.web;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.OpenSessions;
import org.lianxin.live.store.ChangeStore;
import org.lianxin.shared.Pulse;
import org.lianxin.shared.Vital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one reader of changes on this node. */
@Component
class LiveTicker implements SmartLifecycle, Vital {

    static final Duration TICK = Duration.ofMillis(250);
    private static final Duration UNWELL_AFTER = Duration.ofSeconds(5);
    private static final int TICKS_PER_SESSION_CHECK = 8;
    private static final int TICKS_PER_CLEANING = 14_400;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final SystemJob JOB = new SystemJob("live.ticker", false);
    private static final Logger LOG = LoggerFactory.getLogger(LiveTicker.class);

    private final ScopedTransactions transactions;
    private final ChangeStore store;
    private final LiveHub hub;
    private final ObjectProvider<OpenSessions> sessions;
    private final Pulse pulse = new Pulse();
    private volatile @Nullable Thread thread;

    LiveTicker(ScopedTransactions transactions, ChangeStore store, LiveHub hub, ObjectProvider<OpenSessions> sessions) {
        this.transactions = transactions;
        this.store = store;
        this.hub = hub;
        this.sessions = sessions;
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofPlatform().name("live-ticker").daemon().unstarted(this::run);
        // It looks at the field to know whether it is still wanted, so the field comes first.
        thread = fresh;
        fresh.start();
    }

    private void run() {
        boolean begun = false;
        for (long ticks = 0; Thread.currentThread().equals(thread); ticks++) {
            try {
                if (begun) {
                    tick(ticks);
                } else {
                    hub.startFrom(transactions.runAs(JOB, store::now));
                    begun = true;
                }
                pulse.good();
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                if (pulse.failed()) {
                    LOG.warn("live changes cannot be read, trying again: {}", e.toString());
                }
                pause();
            }
        }
    }

    private void tick(long ticks) {
        hub.dispatch(transactions.runAs(JOB, () -> store.since(hub.point())));
        if (ticks % TICKS_PER_SESSION_CHECK == 0 && hub.size() > 0) {
            checkSessions();
        }
        if (ticks % TICKS_PER_CLEANING == TICKS_PER_CLEANING - 1) {
            transactions.runAs(JOB, () -> store.forget(KEPT));
        }
    }

    private void checkSessions() {
        OpenSessions kept = sessions.getIfAvailable();
        if (kept != null) {
            Set<UUID> ended = kept.endedAmong(hub.sessions());
            if (!ended.isEmpty()) {
                hub.endStreamsOf(ended);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Sign sign() {
        return pulse.sign("live-ticker", UNWELL_AFTER);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        hub.endAll();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops first: a web server that shuts down gracefully would wait for the open streams. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
