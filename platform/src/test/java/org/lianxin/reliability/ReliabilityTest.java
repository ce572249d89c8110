package org.lianxin.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class ReliabilityTest {

    /** Half of the kills hit the service, three in ten PostgreSQL and all its children, one a backend, one the connections. */
    private static final List<String> KINDS = List.of(
            "service",
            "postgres",
            "service",
            "postgres",
            "service",
            "backend",
            "service",
            "postgres",
            "service",
            "connections");

    private static final int KILLS = Integer.getInteger("reliability.kills", 50);
    private static final int CANARY_KILLS = 2;
    private static final long SEED = Long.getLong("reliability.seed", System.nanoTime());
    private static final int FEWEST_ACKNOWLEDGED = 20 * KILLS;
    private static final int FEWEST_MET = 2 * KILLS;

    private Path folder = Path.of("unset");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lianxin-reliability-");
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

    @Test
    void r1_r2_nothingAcceptedIsLostAndNoDeadlineMissedUnderKills() throws Exception {
        KillRun.Result result = run("", KILLS, KINDS);
        List<Long> lateness = result.deadlines().quietLatenessMillis();
        report(result, lateness);
        assertThat(result.lostSignals().n()).as("a run with fewer is void").isGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(result.lostSignals().failures()).isZero();
        assertThat(result.changedSignals().failures()).isZero();
        assertThat(result.deadlines().lost().failures()).isZero();
        assertThat(result.deadlines().lostMeetings().n())
                .as("a run with fewer is void")
                .isGreaterThan(FEWEST_MET);
        assertThat(result.deadlines().lostMeetings().failures()).isZero();
        assertThat(result.deadlines().missed().n())
                .as("a run with fewer is void")
                .isGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(result.deadlines().missed().failures()).isZero();
        assertThat(result.deadlines().wrong().failures()).isZero();
        assertThat(result.deadlines().late().failures()).isZero();
        assertThat(percentile(lateness, 99)).as("lateness p99 in ms").isLessThanOrEqualTo(2_000);
        assertThat(result.outages())
                .allSatisfy(outage -> assertThat(Duration.between(outage.from(), outage.back()))
                        .as("%s healthy again", outage.kind())
                        .isLessThan(Duration.ofSeconds(outage.kind().equals("service") ? 30 : 10)));
    }

    @Test
    void r1_r2_canary_answersBeforeTheCommitAndForgottenDeadlinesAreCaught() throws Exception {
        KillRun.Result result = run("answer,deadline", CANARY_KILLS, List.of("service"));
        System.out.printf(
                "canary: %s%ncanary: %s%n",
                result.lostSignals(), result.deadlines().missed());
        assertThat(result.lostSignals().failures())
                .as("the planted loss is noticed")
                .isPositive();
        assertThat(result.deadlines().missed().failures())
                .as("the forgotten deadlines are noticed")
                .isPositive();
    }

    private KillRun.Result run(String planted, int kills, List<String> kinds) throws Exception {
        try (ServiceUnderFire service = new ServiceUnderFire(folder, planted)) {
            return new KillRun(service, folder, SEED).run(kills, kinds);
        }
    }

    private static void report(KillRun.Result result, List<Long> lateness) throws IOException {
        System.out.printf(
                "reliability: seed %d, commit %s, %d kills%n",
                SEED, commit(), result.outages().size());
        result.outages().stream().collect(Collectors.groupingBy(Outage::kind)).forEach((kind, outages) -> {
            List<Long> millis = outages.stream()
                    .map(each -> Duration.between(each.from(), each.back()).toMillis())
                    .sorted()
                    .toList();
            System.out.printf(
                    "%s: %d kills, accepting again after p50 %d ms, max %d ms%n",
                    kind, millis.size(), percentile(millis, 50), millis.getLast());
        });
        System.out.println(result.lostSignals());
        System.out.println(result.deadlines().lost());
        System.out.println(result.deadlines().lostMeetings());
        System.out.println(result.deadlines().missed());
        System.out.println(result.deadlines().wrong());
        System.out.println(result.deadlines().late());
        result.deadlines().examples().forEach(System.out::println);
        report("away from kills", lateness);
        report("of all, outages not counted", result.deadlines().latenessMillis());
    }

    private static void report(String which, List<Long> lateness) {
        System.out.printf(
                "R2 lateness %s: N %d, p50 %d ms, p99 %d ms, max %d ms%n",
                which, lateness.size(), percentile(lateness, 50), percentile(lateness, 99), percentile(lateness, 100));
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
