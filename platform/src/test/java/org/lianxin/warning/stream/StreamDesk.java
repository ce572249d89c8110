package org.lianxin.warning.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of streams do again and again: listen as the service does, send, count what came of it. */
record StreamDesk(TestBroker broker, Doors doors, String unit) {

    static final String SOURCE = "省平台";
    private static final String CITY = "150500";

    /** The beans behind it. */
    record Doors(StreamIntake intake, Units units, ScopedTransactions transactions, JdbcClient jdbc) {}

    StreamDesk(TestBroker broker, Doors doors) {
        this(broker, doors, CITY);
    }

    /** The same, its topics speaking for another unit. */
    StreamDesk of(String otherUnit) {
        return new StreamDesk(broker, doors, otherUnit);
    }

    TopicListener listen(String group, String topic) {
        return listen(group, topic, consumer -> consumer);
    }

    TopicListener listen(String group, String topic, UnaryOperator<Consumer<byte[], byte[]>> changed) {
        StreamSettings settings = new StreamSettings(
                broker.servers(), group, List.of(new StreamSettings.Topic(topic, SOURCE, unit)), Map.of());
        return new TopicListener(
                settings.topics().getFirst(),
                () -> changed.apply(new KafkaConsumer<>(
                        settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())),
                doors.intake(),
                doors.units());
    }

    /** A medium warning about somebody who is in no other. */
    static byte[] signal(String prefix, int number) {
        return signal(prefix, number, "");
    }

    static byte[] signal(String prefix, int number, String change) {
        return bytes("""
                {"sourceId":"%s-%d","source":"测试","occurredAt":"%s","name":"测试%s","phone":"137%08d","scamType":"刷单返利",
                "level":"medium","amountCents":%d,"address":"内蒙古通辽市科尔沁区","description":"signal %d%s"}""".formatted(
                        prefix,
                        number,
                        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS),
                        (char) ('一' + number % 2000),
                        Math.floorMod(prefix.hashCode(), 900) * 100_000 + number,
                        number * 100L,
                        number,
                        change));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends in this order, each to the partition of its place in the list, and waits until the broker has them. */
    void send(String topic, int partitions, List<byte[]> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                sent.add(producer.send(new ProducerRecord<>(topic, i % partitions, null, records.get(i))));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    int count(String sql, String parameter) {
        return doors.transactions()
                .runAs(
                        Quarantine.JOB,
                        () -> doors.jdbc()
                                .sql(sql)
                                .param(parameter)
                                .query(Integer.class)
                                .single());
    }

    int signals(String prefix) {
        return count("select count(*)::int from warning.signal where source_id like ? || '-%'", prefix);
    }

    int quarantined(String topic) {
        return count("select count(*)::int from warning.quarantine where topic = ?", topic);
    }
}
