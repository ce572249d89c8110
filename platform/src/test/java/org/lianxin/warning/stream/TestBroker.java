package org.lianxin.warning.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real broker (KRaft, one node, on loopback) in a process of its own, to be killed and started again on the same data. */
final class TestBroker implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String QUIET = """
            <configuration><root level="ERROR"/></configuration>""";

    private final Path folder;
    private final int port;
    private final Admin admin;
    private @Nullable Process process;

    private TestBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers(), "reconnect.backoff.max.ms", "200"));
    }

    static TestBroker start() throws IOException {
        Path folder = Files.createTempDirectory("lianxin-broker-");
        TestBroker broker = new TestBroker(folder, freePort());
        broker.format(freePort());
        broker.restart();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void format(int controller) throws IOException {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder.resolve("data").toString(),
                "message.max.bytes", "4000000"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false",
                "num.io.threads", "2",
                // One that was killed is let in again when its session is over.
                "broker.session.timeout.ms", "1000",
                "broker.heartbeat.interval.ms", "200"));
        try (var out = Files.newBufferedWriter(file())) {
            settings.store(out, null);
        }
        Files.writeString(folder.resolve("quiet.xml"), QUIET);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file().toString()};
        if (StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8)) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    private Path file() {
        return folder.resolve("server.properties");
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    /** At once, as when the power fails. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Returns when it answers. */
    void restart() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + folder.resolve("quiet.xml"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        file().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.out").toFile())
                .start();
        await("the broker answers", this::answers);
    }

    private boolean answers() {
        if (process != null && !process.isAlive()) {
            throw new IllegalStateException("the broker has ended: " + folder.resolve("broker.out"));
        }
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void createTopic(String name, int partitions) {
        get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                .all());
    }

    /** Waits for the answer of the broker to every record. */
    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4_000_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** How many records of the topic the group has committed, over all partitions. */
    long committed(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic) && each.getValue() != null)
                .mapToLong(each -> each.getValue().offset())
                .sum();
    }

    /** How many records the topic holds. */
    long written(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(each -> new TopicPartition(topic, each), each -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    /** Until the group has committed all that was written. */
    void awaitRead(String group, String topic, int partitions) {
        long written = written(topic, partitions);
        await(group + " has read " + written, () -> committed(group, topic) == written);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not come to this: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        kill();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
