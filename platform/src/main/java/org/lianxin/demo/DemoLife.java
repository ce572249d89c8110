package org.lianxin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the demo city live: a warning comes in every minute or so, and colleagues who do not exist sign and finish what waits
 * elsewhere. Only in an instance stamped DEMO, on one node at a time; {@code --still} keeps it from beginning, {@link #set} stops and starts it.
 */
@Component
public class DemoLife {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLife.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final InventedDay day;
    private final Clock clock;
    private final LifeTurn turn;
    private final boolean demo;
    private final boolean first;
    private final boolean begins;
    private volatile @Nullable Thread thread;

    DemoLife(
            InventedDay day,
            LifeTurn turn,
            Clock clock,
            Environment environment,
            @Value("${lianxin.stamp}") String stamp) {
        this.day = day;
        this.turn = turn;
        this.clock = clock;
        this.demo = stamp.equals("DEMO");
        this.first = environment.getProperty("lianxin.node", Integer.class, 1) == 1;
        this.begins = demo && !environment.getProperty("lianxin.demo.still", Boolean.class, false);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (demo) {
            if (first) {
                turn.set(begins);
            }
            Thread fresh = Thread.ofPlatform().name("demo-life").daemon().unstarted(this::live);
            thread = fresh;
            fresh.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void closed() {
        Thread alive = thread;
        thread = null;
        if (alive != null) {
            alive.interrupt();
        }
    }

    /** Whether invented colleagues are at work; missing where there are none. */
    public boolean isRunning() {
        if (!demo) {
            throw Refused.missing();
        }
        return turn.isRunning();
    }

    /** Stops or starts them, on whichever node they are. */
    public void set(boolean wanted) {
        isRunning();
        turn.set(wanted);
    }

    private void live() {
        Instant next = clock.instant().plus(PAUSE);
        while (Thread.currentThread().equals(thread)) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                if (turn.isMine()) {
                    next = day.turn(clock.instant(), next);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("the demo city rests for a moment", e);
            }
        }
    }
}
