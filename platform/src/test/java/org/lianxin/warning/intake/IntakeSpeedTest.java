package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.place.Places;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.sample.SampleRows;
import org.lianxin.warning.sample.SampleSignals;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("slow")
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class IntakeSpeedTest {

    @Autowired
    private Intake intake;

    @Autowired
    private Places places;

    @Autowired
    private org.lianxin.organisation.Units units;

    /** Seconds of processor time of this process, or of all its children. */
    private static double cpu(boolean own) {
        return own
                ? ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElseThrow()
                                .toNanos()
                        / 1e9
                : ProcessHandle.current()
                                .descendants()
                                .mapToLong(each -> each.info()
                                        .totalCpuDuration()
                                        .orElse(Duration.ZERO)
                                        .toNanos())
                                .sum()
                        / 1e9;
    }

    @Test
    void takesManyFreshSignals() throws Exception {
        Instant now = Clock.systemUTC().instant();
        SampleRows rows = new SampleRows(places, 7, now, Duration.ofHours(40));
        Sender sender = Sender.machine("measure", ((TongliaoUnits) units).city, null);
        List<List<Intake.Row>> chunks = new ArrayList<>();
        int total = Integer.getInteger("measure.rows", 20_000);
        int size = Integer.getInteger("measure.chunk", 250);
        for (int i = 0; i < total / size; i++) {
            List<Intake.Row> chunk = new ArrayList<>();
            for (int k = 0; k < size; k++) {
                Signal signal = SampleSignals.next(rows, now);
                chunk.add(new Intake.Row(i * size + k, signal));
            }
            chunks.add(chunk);
        }
        for (int round = 0; round < 2; round++) {
            long began = System.nanoTime();
            double javaCpu = cpu(true);
            double pgCpu = cpu(false);
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<?>> all = new ArrayList<>();
                for (List<Intake.Row> chunk : chunks) {
                    all.add(two.submit(() -> intake.acceptAll(sender, chunk, r -> {})));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.err.printf("round %d: %d signals in %.2f s = %.0f/s%n", round, total, seconds, total / seconds);
            System.err.printf(
                    "cpu ms per signal: service %.3f, postgres %.3f%n",
                    (cpu(true) - javaCpu) * 1000 / total, (cpu(false) - pgCpu) * 1000 / total);
        }
        assertThat(total).isPositive();
    }
}
