package org.lianxin.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.reliability.SignalWriters.Acknowledged;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R1 and R2 with three nodes on one database, of which one is killed at a time: the others take its work over within ten seconds.
 * {@code -Dreliability.node-kills=20} makes it long.
 */
@Tag("reliability")
class NodeKillsTest {

    private static final int KILLS = Integer.getInteger("reliability.node-kills", 2);
    private static final long SEED = Long.getLong("reliability.seed", 46);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration IN_HAND = Duration.ofSeconds(5);
    private static final long TAKEN_OVER_WITHIN = 10_000;
    private static final int FEWEST_ACKNOWLEDGED = 20 * KILLS;

    private final Random random = new Random(SEED);
    private final List<Outage> kills = new ArrayList<>();
    private Path folder = Path.of("unset");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lianxin-nodes-");
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
    void aKilledNodeLosesNothingAndTheOthersTakeItsOrdersOverWithinTenSeconds() throws Exception {
        try (NodesUnderFire nodes = new NodesUnderFire(folder)) {
            nodes.start();
            assertThat(nodes.output()).contains("Lianxin is ready: ", "node 2 is ready: ", "node 3 is ready: ");
            JdbcClient jdbc = JdbcClient.create(nodes.administrator());
            List<Acknowledged> signals = killUnderLoad(nodes, Settlement.settle(nodes.administrator()));
            awaitLastDeadline(jdbc);
            Deadlines deadlines = Deadlines.read(jdbc, nodes.orderOracle(), kills);
            assertNothingLostOrDoubled(new Stored(jdbc), signals, deadlines);
            assertPlantedFaultsAreSeen(jdbc, nodes, signals);
            assertThat(nodes.output()).contains("has ended (status 137), 2 of 3 go on");
            assertThat(nodes.stop()).as("processes left").isZero();
        }
    }

    private List<Acknowledged> killUnderLoad(NodesUnderFire nodes, String token) throws Exception {
        SignalWriters writers = new SignalWriters(nodes::uri, token, folder.resolve("signals.oracle"));
        try (writers) {
            writers.start();
            writers.firstAcknowledgedAfter(Instant.now(), PATIENCE);
            for (int left = KILLS; left > 0; left--) {
                Thread.sleep(1_000 + random.nextInt(1_000));
                Instant from = Instant.now();
                int number = nodes.killOne(random);
                Duration until = writers.firstAcknowledgedAfter(Instant.now(), PATIENCE);
                kills.add(new Outage("node", from, Instant.now().plus(until)));
                if (nodes.living() < left) {
                    nodes.bringBack(number);
                }
            }
            Thread.sleep(1_000);
            Files.createFile(folder.resolve("stop"));
        }
        return writers.acknowledged();
    }

    /** Until every deadline of the driver's orders has passed and fired, or should have long since. */
    private static void awaitLastDeadline(JdbcClient jdbc) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(25);
        while (Instant.now().isBefore(end) && jdbc.sql("""
                        SELECT count(*) FROM "order".deadline d JOIN "order".orders o ON o.id = d.order_id
                        WHERE o.ladder = 'reliability'""").query(Long.class).single() > 0) {
            Thread.sleep(100);
        }
    }

    private static void assertNothingLostOrDoubled(Stored stored, List<Acknowledged> signals, Deadlines deadlines) {
        List<Figure> none = List.of(
                new Figure("R1 accepted signals lost", signals.size(), stored.lost(signals)),
                new Figure("R1 signals, episodes, first calls or messages doubled", signals.size(), stored.doubled()),
                deadlines.lost(),
                deadlines.lostMeetings(),
                deadlines.missed(),
                deadlines.wrong(),
                deadlines.late());
        List<Long> takenOver = deadlines.takenOverMillis(IN_HAND);
        System.out.printf("reliability: seed %d, %d kills of one of three nodes%n", SEED, KILLS);
        none.forEach(System.out::println);
        System.out.printf(
                "fired after a kill, due before it or within 5 s of it: N %d, p50 %d ms, p99 %d ms, max %d ms%n",
                takenOver.size(),
                takenOver.get(takenOver.size() / 2),
                takenOver.get(takenOver.size() * 99 / 100),
                takenOver.getLast());
        deadlines.examples().forEach(System.out::println);
        assertThat(signals.size()).as("a run with fewer is void").isGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(deadlines.missed().n()).as("a run with fewer is void").isGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(deadlines.lostMeetings().n()).as("a run with none is void").isPositive();
        assertThat(none).allMatch(figure -> figure.failures() == 0);
        assertThat(takenOver.getLast()).isLessThanOrEqualTo(TAKEN_OVER_WITHIN);
    }

    /** The canaries: a signal and an order that nobody stored, an effect that came twice. */
    private void assertPlantedFaultsAreSeen(JdbcClient jdbc, NodesUnderFire nodes, List<Acknowledged> signals)
            throws IOException {
        List<Acknowledged> more = new ArrayList<>(signals);
        more.add(new Acknowledged(Integer.MAX_VALUE, Instant.now()));
        assertThat(new Stored(jdbc).lost(more)).isEqualTo(1);
        Files.writeString(nodes.orderOracle(), "issued " + new UUID(1, 2) + "\n", StandardOpenOption.APPEND);
        jdbc.sql("""
                        UPDATE "order".orders SET follows = (SELECT follows FROM "order".orders
                            WHERE follows IS NOT NULL ORDER BY id LIMIT 1)
                        WHERE id = (SELECT id FROM "order".orders WHERE follows IS NOT NULL ORDER BY id DESC LIMIT 1)""").update();
        Deadlines planted = Deadlines.read(jdbc, nodes.orderOracle(), kills);
        assertThat(planted.lost().failures()).isEqualTo(1);
        assertThat(planted.wrong().failures()).isPositive();
    }

    /** What the database holds in the end. */
    private record Stored(JdbcClient jdbc) {

        long lost(List<Acknowledged> signals) {
            return jdbc.sql("""
                            SELECT count(*) FROM unnest(?::text[]) a (id)
                            WHERE NOT EXISTS (SELECT FROM warning.signal s WHERE s.source_id = a.id)""")
                    .param(signals.stream().map(each -> "R1-" + each.number()).toArray(String[]::new))
                    .query(Long.class)
                    .single();
        }

        /** Every sender sends about somebody else, so one signal makes one episode and one call. */
        long doubled() {
            return jdbc.sql("""
                            SELECT (SELECT count(*) - count(DISTINCT source_id) FROM warning.signal)
                                + (SELECT count(*) FROM warning.episode) - (SELECT count(DISTINCT episode_id) FROM warning.signal)
                                + (SELECT count(*) - count(DISTINCT subject_id) FROM "order".orders
                                    WHERE kind = 'call' AND subject_module = 'warning')
                                + (SELECT count(*) - count(DISTINCT key) FROM notification.message)""").query(Long.class).single();
        }
    }
}
