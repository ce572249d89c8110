package org.lianxin.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R6: the database is restarted under a service at work. {@code -Dreliability.restarts=200} makes it long. */
@Tag("reliability")
class DatabaseRestartsTest {

    private static final int RESTARTS = Integer.getInteger("reliability.restarts", 10);
    private static final int CANARY_RESTARTS = 3;
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final int FEWEST_ACKNOWLEDGED = 5 * RESTARTS;

    private Path folder = Path.of("unset");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lianxin-restarts-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /**
     * @param healthyAfter from each order to restart until a signal was accepted by the new server
     * @param keptMore connections in use at rest, more than before the first restart
     */
    private record Result(List<Duration> healthyAfter, int keptMore, boolean sameProcess, int acknowledged) {}

    @Test
    void r6_theServiceIsHealthyAfterEveryRestartAndKeepsNoConnection() throws Exception {
        Result result = run("", RESTARTS);
        Duration longest =
                result.healthyAfter().stream().max(Comparator.naturalOrder()).orElseThrow();
        System.out.printf(
                "R6: %d restarts, accepting again after at most %d ms, %d connections kept, %d acknowledged%n",
                RESTARTS, longest.toMillis(), result.keptMore(), result.acknowledged());
        assertThat(result.acknowledged()).as("a run with fewer is void").isGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(result.healthyAfter()).allMatch(each -> each.compareTo(HEALTHY_WITHIN) <= 0);
        assertThat(result.keptMore()).isZero();
        assertThat(result.sameProcess()).isTrue();
    }

    @Test
    void r6_canary_aConnectionKeptAtEveryRestartIsCaught() throws Exception {
        assertThat(run("leak", CANARY_RESTARTS).keptMore()).isPositive();
    }

    private Result run(String planted, int restarts) throws Exception {
        try (ServiceUnderFire service = new ServiceUnderFire(folder, planted)) {
            service.start();
            long process = service.pid();
            String token = Settlement.settle(service.administrator());
            Files.createFile(folder.resolve("stop"));
            int atRest = connectionsAtRest(service);
            List<Duration> healthyAfter = new ArrayList<>();
            SignalWriters writers = new SignalWriters(service::uri, token, folder.resolve("signals.oracle"));
            try (writers) {
                writers.start();
                writers.firstAcknowledgedAfter(Instant.now(), PATIENCE);
                for (int i = 0; i < restarts; i++) {
                    Thread.sleep(500);
                    healthyAfter.add(restart(service, writers));
                }
            }
            return new Result(
                    healthyAfter,
                    connectionsAtRest(service) - atRest,
                    service.pid() == process && ProcessHandle.of(process).isPresent(),
                    writers.count());
        }
    }

    private static Duration restart(ServiceUnderFire service, SignalWriters writers) throws Exception {
        long server = service.postgresPid();
        Instant from = Instant.now();
        service.restartPostgres();
        while (service.postgresPid() == server || service.postgresPid() == 0) {
            Thread.sleep(10);
        }
        return Duration.between(from, Instant.now()).plus(writers.firstAcknowledgedAfter(Instant.now(), PATIENCE));
    }

    /** The fewest in use within a few seconds without callers; what the service itself does now and then ends in between. */
    private static int connectionsAtRest(ServiceUnderFire service) throws IOException, InterruptedException {
        int before = Files.readAllLines(service.connections()).size();
        Thread.sleep(REST.toMillis());
        return Files.readAllLines(service.connections()).stream()
                .skip(before)
                .mapToInt(Integer::parseInt)
                .min()
                .orElseThrow();
    }
}
