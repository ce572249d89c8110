package org.lianxin.notification.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the simulated carrier behaves; tests change it while it runs. */
@Component
public class SimulatorBehaviour {

    /**
     * @param delay how long it takes to answer
     * @param receiptAfter when handsets confirm
     * @param lostReplies share of answers that never come, 0..1: the message rang all the same
     * @param refusals share of messages it puts off, 0..1
     */
    public record Settings(Duration delay, Duration receiptAfter, double lostReplies, double refusals) {}

    private final AtomicReference<Settings> settings;

    SimulatorBehaviour(
            @Value("${lianxin.simulator.delay:0ms}") Duration delay,
            @Value("${lianxin.simulator.receipt-after:2s}") Duration receiptAfter) {
        this.settings = new AtomicReference<>(new Settings(delay, receiptAfter, 0, 0));
    }

    public Settings get() {
        return settings.get();
    }

    public void set(Settings changed) {
        settings.set(changed);
    }
}
