package org.lianxin.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.stream.StreamDesk.signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.reliability.Figure;
import org.lianxin.runtime.Database.Login;
import org.lianxin.runtime.Instance;
import org.lianxin.testing.TestPostgres;
import org.lianxin.warning.testing.Doors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * WA-62 under load: the broker is killed and started again, and the connections to the database are cut each time. What a broker
 * acknowledged to its sender is stored once. {@code -Dreliability.broker-kills=10} makes it long. That a loss is noticed is shown by the
 * planted bug of {@link StreamModuleTest}.
 */
@Tag("reliability")
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BrokerRestartsTest {

    private static final int RESTARTS = Integer.getInteger("reliability.broker-kills", 1);
    private static final long SEED = Long.getLong("reliability.seed", System.nanoTime());
    private static final int FEWEST_ACKNOWLEDGED = 100 * RESTARTS;
    private static final int PARTITIONS = 3;
    private static final int WRITERS = 2;
    private static final String TOPIC = "reliability";

    @Autowired
    private StreamIntake intake;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Instance instance;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean stopping;

    @Test
    void r1_nothingSentIsLostOrDoubledWhenTheBrokerIsKilled() throws Exception {
        Random random = new Random(SEED);
        try (TestBroker broker = TestBroker.start()) {
            StreamDesk desk = new StreamDesk(broker, new StreamDesk.Doors(intake, units, transactions, jdbc));
            broker.createTopic(TOPIC, PARTITIONS);
            List<Duration> outages = new ArrayList<>();
            try (TopicListener listener = desk.listen(TOPIC, TOPIC)) {
                List<Thread> writers = startWriters(broker);
                for (int i = 0; i < RESTARTS; i++) {
                    awaitMore();
                    Thread.sleep(random.nextInt(300));
                    outages.add(killAndRestart(broker, listener, i == 0));
                    cutConnections();
                    awaitMore();
                }
                stopping = true;
                for (Thread each : writers) {
                    each.join();
                }
                broker.awaitRead(TOPIC, TOPIC, PARTITIONS);
                assertThat(listener.state()).isEqualTo(StreamState.LISTENING);
            }
            report(outages);
        }
    }

    private void report(List<Duration> outages) {
        Set<Integer> stored = stored();
        int signals = signals();
        long lost = acknowledged.stream().filter(each -> !stored.contains(each)).count();
        long doubled = signals - stored.size() + Math.abs(signals - orders());
        System.out.printf(
                "seed %d, %d kills of the broker, at most %d ms away%n%s%n%s%n",
                SEED,
                RESTARTS,
                outages.stream().mapToLong(Duration::toMillis).max().orElseThrow(),
                new Figure("R1 signals of a stream lost", acknowledged.size(), lost),
                new Figure("R1 signals of a stream doubled", stored.size(), doubled));
        assertThat(acknowledged).as("a run with fewer is void").hasSizeGreaterThan(FEWEST_ACKNOWLEDGED);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
    }

    private Set<Integer> stored() {
        return Set.copyOf(administrator()
                .sql("select distinct split_part(source_id, '-', 2)::int from warning.signal where source_id like ?")
                .param(TOPIC + "-%")
                .query(Integer.class)
                .list());
    }

    private int signals() {
        return count("select count(*)::int from warning.signal where source_id like ?");
    }

    /** A medium warning about somebody new makes one order. */
    private int orders() {
        return count("""
                select count(*)::int from "order".orders o where o.subject_id in (
                    select episode_id from warning.signal where source_id like ?)""");
    }

    private int count(String sql) {
        return administrator().sql(sql).param(TOPIC + "-%").query(Integer.class).single();
    }

    /** Each time on a connection of its own: those of the service are cut. */
    private JdbcClient administrator() {
        Login login = TestPostgres.administrator();
        return JdbcClient.create(
                new DriverManagerDataSource(instance.database().url(), login.user(), login.password()));
    }

    private List<Thread> startWriters(TestBroker broker) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.ofPlatform().name("stream-writer-" + i).start(() -> write(broker)));
        }
        return writers;
    }

    private void write(TestBroker broker) {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            while (!stopping) {
                int number = numbers.incrementAndGet();
                producer.send(
                        new ProducerRecord<>(TOPIC, number % PARTITIONS, null, signal(TOPIC, number)),
                        (at, failure) -> {
                            if (failure == null) {
                                acknowledged.add(number);
                            }
                        });
                Thread.sleep(6);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The load goes on to arrive. */
    private void awaitMore() {
        int before = signals();
        TestBroker.await("more signals arrive", () -> signals() > before + 50);
    }

    private static Duration killAndRestart(TestBroker broker, TopicListener listener, boolean untilSeen)
            throws Exception {
        long from = System.nanoTime();
        broker.kill();
        if (untilSeen) {
            TestBroker.await("the outage is seen", () -> listener.state() == StreamState.NO_BROKER);
        }
        broker.restart();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void cutConnections() {
        administrator().sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""").query(Long.class).single();
    }
}
