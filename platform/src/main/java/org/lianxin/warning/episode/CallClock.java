package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** CA-09: looks every second, by the database clock, on every node, for messages that nobody answered; then somebody goes there. */
@Component
class CallClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallClock.class);
    private static final SystemJob JOB = new SystemJob("warning.calls", false);
    private static final int BATCH = 50;

    private final ScopedTransactions transactions;
    private final EpisodeRows episodes;
    private final CallBook book;
    private final CallMoves moves;
    private final LiveChanges live;
    private volatile @Nullable ScheduledExecutorService thread;

    CallClock(
            ScopedTransactions transactions, EpisodeRows episodes, CallBook book, CallMoves moves, LiveChanges live) {
        this.transactions = transactions;
        this.episodes = episodes;
        this.book = book;
        this.moves = moves;
        this.live = live;
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("warning-calls").factory());
        fresh.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        thread = fresh;
    }

    private void look() {
        try {
            List<UUID> due = transactions.runAs(JOB, () -> book.silent(BATCH));
            for (UUID episode : due) {
                transactions.runAs(JOB, () -> silence(episode));
            }
        } catch (Throwable e) {
            LOG.warn("messages that nobody answered wait: {}", e.toString());
        }
    }

    /** Another node, or an answer, may have come first: it is looked at again under the lock of the episode. */
    private boolean silence(UUID id) {
        return episodes.lock(id)
                .filter(episode -> book.isSilent(id))
                .map(episode -> {
                    moves.after(episode, Heard.SILENCE, episode.centreUnit());
                    live.announce("episode", "changed", id.toString(), new UnitPath(episode.unitPath()));
                    return true;
                })
                .orElse(false);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
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
