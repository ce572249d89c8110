package org.lianxin.order.desk;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.store.AnswerStore;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.shared.Pulse;
import org.lianxin.shared.Vital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due deadlines five times a second, on every node. */
@Component
class LadderPoll implements SmartLifecycle, Vital {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration UNWELL_AFTER = Duration.ofSeconds(5);
    private static final int BATCH = 200;
    private static final int ROUNDS_PER_CLEANING = 15_000;
    private static final SystemJob JOB = new SystemJob("order.ladder", false);
    private static final Logger LOG = LoggerFactory.getLogger(LadderPoll.class);

    private final ScopedTransactions transactions;
    private final LadderRunner runner;
    private final AnswerStore answers;
    private final String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final Pulse pulse = new Pulse();
    private final Pulse single = new Pulse();
    private volatile @Nullable Thread thread;

    LadderPoll(ScopedTransactions transactions, LadderRunner runner, AnswerStore answers) {
        this.transactions = transactions;
        this.runner = runner;
        this.answers = answers;
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofPlatform().name("order-ladder").daemon().unstarted(this::run);
        // It looks at the field to know whether it is still wanted, so the field comes first.
        thread = fresh;
        fresh.start();
    }

    private void run() {
        for (long rounds = 1; Thread.currentThread().equals(thread); rounds++) {
            boolean more = false;
            try {
                more = round();
                if (rounds % ROUNDS_PER_CLEANING == 0) {
                    transactions.runAs(JOB, answers::forget);
                }
                pulse.good();
            } catch (Throwable e) {
                if (pulse.failed()) {
                    LOG.warn("deadlines cannot be looked for, trying again: {}", e.toString());
                }
            }
            if (!more && !pause()) {
                return;
            }
        }
    }

    /** One batch; true when there may be more. */
    private boolean round() {
        List<Claim> claims = transactions.runAs(JOB, () -> runner.claim(node, BATCH));
        if (claims.isEmpty()) {
            return false;
        }
        try {
            transactions.runAs(JOB, () -> runner.fire(node, claims));
        } catch (RuntimeException e) {
            LOG.warn("{} deadlines could not fire together, trying each: {}", claims.size(), e.toString());
            claims.forEach(this::fireAlone);
        }
        return claims.size() == BATCH;
    }

    /** One order that cannot be handled must not hold up the others; its lease runs out and it is tried again. */
    private void fireAlone(Claim claim) {
        try {
            transactions.runAs(JOB, () -> runner.fire(node, List.of(claim)));
            single.good();
        } catch (RuntimeException e) {
            if (single.failed()) {
                LOG.error("the deadline of order {} could not fire", claim.order(), e);
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public Sign sign() {
        return pulse.sign("order-ladder", UNWELL_AFTER);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(5));
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
