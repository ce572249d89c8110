package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.shared.UnitPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second, by the database clock, on every node, for what is due on episodes: messages that nobody answered, follow-ups. */
@Component
class EpisodeClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EpisodeClock.class);
    private static final SystemJob JOB = new SystemJob("warning.clock", false);
    private static final int BATCH = 50;

    private final ScopedTransactions transactions;
    private final EpisodeRows episodes;
    private final List<LaterWork> works;
    private final LiveChanges live;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile @Nullable ScheduledFuture<?> looking;

    EpisodeClock(ScopedTransactions transactions, EpisodeRows episodes, List<LaterWork> works, LiveChanges live) {
        this.transactions = transactions;
        this.episodes = episodes;
        this.works = works;
        this.live = live;
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("warning-clock").factory());
        looking = fresh.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        thread = fresh;
    }

    private void look() {
        works.forEach(this::look);
    }

    private void look(LaterWork work) {
        try {
            List<UUID> due = transactions.runAs(JOB, () -> work.due(BATCH));
            for (UUID episode : due) {
                transactions.runAs(JOB, () -> act(work, episode));
            }
        } catch (Throwable e) {
            LOG.warn("what is due on episodes waits: {}", e.toString());
        }
    }

    /** Another node, or a person, may have come first: it is looked at again under the lock of the episode. */
    private boolean act(LaterWork work, UUID id) {
        return episodes.lock(id)
                .filter(work::act)
                .map(episode -> {
                    live.announce("episode", "changed", id.toString(), new UnitPath(episode.unitPath()));
                    return true;
                })
                .orElse(false);
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
