package org.lianxin.warning.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.StreamSettings.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic, read by one thread: a poll is a transaction, and its offsets are committed after it. When the database is away the same
 * records are read again until it is back; so a record may come twice, which changes nothing, and is never skipped.
 */
final class TopicListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicListener.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Topic topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final StreamIntake intake;
    private final Units units;
    private final Thread thread;
    private final BrokerWatch broker = new BrokerWatch();
    private volatile StreamState waitsFor = StreamState.LISTENING;
    private volatile StreamState said = StreamState.LISTENING;
    private volatile @Nullable Consumer<byte[], byte[]> open;
    private volatile boolean stopping;

    TopicListener(Topic topic, Supplier<Consumer<byte[], byte[]>> consumers, StreamIntake intake, Units units) {
        this.topic = topic;
        this.consumers = consumers;
        this.intake = intake;
        this.units = units;
        this.thread =
                Thread.ofPlatform().daemon().name("stream-" + topic.name()).start(this::run);
    }

    Topic topic() {
        return topic;
    }

    StreamState state() {
        return waitsFor == StreamState.LISTENING && broker.isAway() ? StreamState.NO_BROKER : waitsFor;
    }

    private void run() {
        while (!stopping) {
            try (Open current = new Open(consumers.get())) {
                current.consumer.subscribe(List.of(topic.name()));
                listen(current.consumer);
            } catch (WakeupException e) {
                LOG.debug("{} ends", thread.getName());
            } catch (RuntimeException | LinkageError e) {
                LOG.info("{} is begun anew: {}", topic.name(), e.getClass().getSimpleName());
                broker.lost();
                say();
                pause();
            }
        }
    }

    /** A consumer while it is in use; leaves its group at the end, or soon gives up doing so. */
    private final class Open implements AutoCloseable {
        private final Consumer<byte[], byte[]> consumer;

        Open(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
            open = consumer;
        }

        @Override
        public void close() {
            open = null;
            consumer.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private void listen(Consumer<byte[], byte[]> consumer) {
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(LOOK);
            broker.look(consumer);
            if (!records.isEmpty()) {
                take(consumer, records);
            }
            say();
        }
    }

    private void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        StreamState wait = tryToTake(records);
        waitsFor = wait;
        if (wait == StreamState.LISTENING) {
            commit(consumer);
        } else {
            say();
            rest(consumer, records);
        }
    }

    /** What must come back before these can be taken; nothing of them is kept then. */
    private StreamState tryToTake(ConsumerRecords<byte[], byte[]> records) {
        Optional<Sender> sender =
                units.findByCode(topic.unit()).map(unit -> Sender.machine(topic.source(), unit, null));
        if (sender.isEmpty()) {
            return StreamState.NO_UNIT;
        }
        List<Arrived> arrived = new ArrayList<>(records.count());
        records.forEach(each -> arrived.add(Arrived.of(each)));
        try {
            intake.take(sender.get(), arrived);
            return StreamState.LISTENING;
        } catch (RuntimeException e) {
            LOG.info(
                    "{} records of {} wait: {}",
                    arrived.size(),
                    topic.name(),
                    e.getClass().getSimpleName());
            return StreamState.NO_DATABASE;
        }
    }

    /** Where it fails the same records come again, to this node or to another of the group: nothing changes by that. */
    private void commit(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync(REST);
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.info("{}: no offsets committed: {}", topic.name(), e.getClass().getSimpleName());
        }
    }

    /** Stays a member of its group without reading on, then reads the same again. */
    private static void rest(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        rewind(consumer, records);
        consumer.pause(consumer.assignment());
        rewind(consumer, consumer.poll(REST));
        consumer.resume(consumer.assignment());
    }

    private static void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition each : records.partitions()) {
            consumer.seek(each, records.records(each).getFirst().offset());
        }
    }

    /** Once when it changes. */
    private void say() {
        StreamState now = state();
        if (now != said) {
            said = now;
            if (now == StreamState.LISTENING) {
                LOG.info("{} is listened to", topic.name());
            } else {
                LOG.warn("{} waits: {}", topic.name(), now.word());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
        Consumer<byte[], byte[]> current = open;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(FAREWELL.multipliedBy(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
