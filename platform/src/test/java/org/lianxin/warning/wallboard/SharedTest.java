package org.lianxin.warning.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SharedTest {

    private static final UUID UNIT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final Duration LONG = Duration.ofHours(1);

    private final Shared<Integer> shared = new Shared<>();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void isWorkedOutOnceHoweverManyAskAtTheSameTime() throws Exception {
        CountDownLatch together = new CountDownLatch(50);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return shared.get(UNIT, LONG, this::workLong);
                }));
            }
        }
        for (Future<Integer> each : answers) {
            assertThat(each.get()).isEqualTo(1);
        }
    }

    private int workLong() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return worked.incrementAndGet();
    }

    @Test
    void isKeptPerUnitAndWorkedOutAgainWhenItIsOld() {
        assertThat(shared.get(UNIT, LONG, worked::incrementAndGet)).isEqualTo(1);
        assertThat(shared.get(OTHER, LONG, worked::incrementAndGet)).isEqualTo(2);
        assertThat(shared.get(UNIT, LONG, worked::incrementAndGet)).isEqualTo(1);
        assertThat(shared.get(UNIT, Duration.ZERO, worked::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void whatFailedIsTriedAgainByTheNext() {
        assertThatThrownBy(() -> shared.get(UNIT, LONG, () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");

        assertThat(shared.get(UNIT, LONG, worked::incrementAndGet)).isEqualTo(1);
    }
}
