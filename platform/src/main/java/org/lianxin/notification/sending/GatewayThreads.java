package org.lianxin.notification.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.notification.domain.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread per gateway and node looks into the outbox five times a second. */
@Component
class GatewayThreads implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ROUNDS_PER_RECOVERY = 10;
    private static final Logger LOG = LoggerFactory.getLogger(GatewayThreads.class);

    private final List<Gateway> gateways;
    private final Sender sender;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    GatewayThreads(List<Gateway> gateways, Sender sender) {
        this.gateways = gateways;
        this.sender = sender;
    }

    @Override
    public void start() {
        running = true;
        for (Gateway gateway : gateways) {
            threads.add(Thread.ofPlatform()
                    .name("gateway-" + gateway.name())
                    .daemon()
                    .start(() -> run(gateway)));
        }
    }

    private void run(Gateway gateway) {
        for (long rounds = 0; running; rounds++) {
            try {
                if (rounds % ROUNDS_PER_RECOVERY == 0 && !gateway.channels().isEmpty()) {
                    sender.recover(gateway);
                }
                for (String channel : gateway.channels()) {
                    sender.round(gateway, channel);
                }
                gateway.idle();
            } catch (RuntimeException e) {
                LOG.warn("{} cannot look into the outbox, trying again: {}", gateway.name(), e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whoever is at the gateway finishes; its answer is recorded. */
    @Override
    public void stop() {
        running = false;
        for (Thread each : threads) {
            try {
                each.join(Duration.ofSeconds(12));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
