package org.lianxin.warning.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lianxin.organisation.Units;
import org.lianxin.shared.ReadyNotice;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.stream.StreamSettings.Topic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The topics this node listens to: those configured, none otherwise. */
@Component
public class Streams implements ReadyNotice, AutoCloseable {

    private final StreamSettings settings;
    private final StreamIntake intake;
    private final Units units;
    private final boolean production;
    private final List<TopicListener> listeners = new ArrayList<>();

    Streams(StreamSettings settings, StreamIntake intake, Units units, @Value("${lianxin.stamp}") String stamp) {
        this.settings = settings;
        this.intake = intake;
        this.units = units;
        this.production = stamp.equals("PRODUCTION");
    }

    /** How it stands with one topic on this node. */
    public record Stream(String topic, String source, String unit, StreamState state) {}

    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        if (settings.isSetUp() && listeners.isEmpty()) {
            settings.topics().forEach(topic -> listeners.add(new TopicListener(topic, this::consumer, intake, units)));
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> all = settings.consumer();
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public synchronized List<Stream> list() {
        return listeners.stream()
                .map(each -> new Stream(
                        each.topic().name(), each.topic().source(), each.topic().unit(), each.state()))
                .toList();
    }

    /** Those that speak for the viewer's unit or one at or below it. */
    public List<Stream> within(Viewer viewer) {
        return list().stream()
                .filter(each -> units.findByCode(each.unit())
                        .filter(unit -> unit.path().isAtOrBelow(viewer.unitPath()))
                        .isPresent())
                .toList();
    }

    @Override
    public List<String> lines() {
        if (!settings.isSetUp()) {
            return production ? List.of("Kafka: not listening (LIANXIN_KAFKA_SERVERS is not set)") : List.of();
        }
        return settings.topics().stream().map(this::line).toList();
    }

    private String line(Topic topic) {
        return "Kafka: listening to " + topic.name() + " at " + settings.servers() + " in group " + settings.group()
                + ", as " + topic.source() + " for unit " + topic.unit()
                + (units.findByCode(topic.unit()).isEmpty() ? ", which is not there yet: its records wait" : "");
    }

    @Override
    public synchronized void close() {
        listeners.forEach(TopicListener::close);
        listeners.clear();
    }
}
