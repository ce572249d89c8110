package org.lianxin.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.notification.domain.Gateway;

@Tag("fast")
class GatewayThreadsTest {

    @Test
    @SuppressWarnings("NullAway") // without a channel nothing is sent
    void anErrorDoesNotEndTheThread() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        GatewayThreads threads = new GatewayThreads(List.of(new Breaking(rounds)), null);
        threads.start();
        try {
            Instant end = Instant.now().plusSeconds(10);
            while (rounds.get() < 3 && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
            assertThat(rounds.get()).isGreaterThanOrEqualTo(3);
            assertThat(threads.sign().name()).isEqualTo("gateway-breaking");
            assertThat(threads.sign().isWell()).isTrue();
        } finally {
            threads.stop();
        }
    }

    private record Breaking(AtomicInteger rounds) implements Gateway {
        @Override
        public String name() {
            return "breaking";
        }

        @Override
        public Set<String> channels() {
            return Set.of();
        }

        @Override
        public boolean isKeyed() {
            return true;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Answer send(Outgoing message) {
            return new Answer.Unknown("never sent");
        }

        @Override
        public void idle() {
            if (rounds.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("one broken part");
            }
        }
    }
}
