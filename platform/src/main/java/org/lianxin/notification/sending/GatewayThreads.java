package org.lianxin.notification.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.lianxin.notification.domain.Gateway;
import org.lianxin.shared.Pulse;
import org.lianxin.shared.Vital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread per gateway and node looks into the outbox five times a second. */
@Component
class GatewayThreads implements SmartLifecycle, Vital {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration UNWELL_AFTER = Duration.ofMinutes(1);
    private static final int ROUNDS_PER_RECOVERY = 10;
    private static final Logger LOG = LoggerFactory.getLogger(GatewayThreads.class);

    private final List<Gateway> gateways;
    private final Sender sender;
    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();
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
            pulses.put(gateway.name(), new Pulse());
            threads.add(Thread.ofPlatform()
                    .name("gateway-" + gateway.name())
                    .daemon()
                    .start(() -> run(gateway)));
        }
    }

    private void run(Gateway gateway) {
        Pulse pulse = Objects.requireNonNull(pulses.get(gateway.name()));
        for (long rounds = 0; running; rounds++) {
            try {
                if (rounds % ROUNDS_PER_RECOVERY == 0 && !gateway.channels().isEmpty()) {
                    sender.recover(gateway);
                }
                for (String channel : gateway.channels()) {
                    sender.round(gateway, channel);
                }
                gateway.idle();
                pulse.good();
            } catch (Throwable e) {
                if (pulse.failed()) {
                    LOG.warn("{} cannot look into the outbox, trying again: {}", gateway.name(), e.toString());
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The gateway whose last good round is the longest ago. */
    @Override
    public Sign sign() {
        return pulses.entrySet().stream()
                .map(each -> each.getValue().sign("gateway-" + each.getKey(), UNWELL_AFTER))
                .max(Comparator.comparing(Sign::age))
                .orElse(new Sign("gateways", Duration.ZERO, UNWELL_AFTER));
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
