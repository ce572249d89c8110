package org.lianxin.warning.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where signals arrive over Kafka, and as whom; set by the environment: LIANXIN_KAFKA_SERVERS, LIANXIN_KAFKA_GROUP, for each topic
 * LIANXIN_KAFKA_TOPICS_0_NAME, LIANXIN_KAFKA_TOPICS_0_SOURCE and LIANXIN_KAFKA_TOPICS_0_UNIT, and whatever else the client needs as
 * LIANXIN_KAFKA_CLIENT_…, for example LIANXIN_KAFKA_CLIENT_SECURITY_PROTOCOL. Without servers nothing is listened to.
 *
 * @param servers {@code host:port}, with commas between several
 * @param client settings of the Kafka client by their own names, passed on as they are
 */
@ConfigurationProperties("lianxin.kafka")
record StreamSettings(
        @Nullable String servers,
        @DefaultValue("lianxin") String group,
        @DefaultValue List<Topic> topics,
        @DefaultValue Map<String, String> client) {

    /** What the promises of the intake rest on. */
    private static final Map<String, Object> OURS = Map.of(
            // Offsets are committed after the database has committed, and by nobody else.
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            // What was sent before we listened for the first time is not lost.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            250);

    /**
     * A topic and what may come through it, as a client token says it for HTTP.
     *
     * @param source the machine it submits as, by its name: a token of the same name and unit shares its source ids (WA-17)
     * @param unit the code of the unit it speaks for
     */
    record Topic(String name, String source, String unit) {}

    StreamSettings {
        client = Map.copyOf(client);
        topics = List.copyOf(topics);
        if (isSetUp(servers)) {
            refuseUnclear(topics);
            refuseOurs(client.keySet());
        }
    }

    private static void refuseUnclear(List<Topic> topics) {
        Set<String> names = new HashSet<>();
        for (Topic each : topics) {
            if (isBlank(each.name()) || isBlank(each.source()) || isBlank(each.unit())) {
                throw new IllegalStateException(
                        "Kafka: a topic needs a name, a source and a unit. Maybe LIANXIN_KAFKA_TOPICS_0_SOURCE or _UNIT is not set.");
            }
            if (!names.add(each.name())) {
                throw new IllegalStateException("Kafka: topic " + each.name() + " is named twice.");
            }
        }
        if (names.isEmpty()) {
            throw new IllegalStateException(
                    "Kafka has servers but no topic. Maybe LIANXIN_KAFKA_TOPICS_0_NAME is not set.");
        }
    }

    private static void refuseOurs(Set<String> keys) {
        Set<String> taken = new HashSet<>(keys);
        Set<String> ours = new HashSet<>(OURS.keySet());
        ours.add(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        ours.add(ConsumerConfig.GROUP_ID_CONFIG);
        taken.retainAll(ours);
        if (!taken.isEmpty()) {
            throw new IllegalStateException("Kafka: these settings of the client are not for configuration: " + taken);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isSetUp(@Nullable String servers) {
        return !isBlank(servers);
    }

    boolean isSetUp() {
        return isSetUp(servers);
    }

    /** For a consumer of bytes. */
    Map<String, Object> consumer() {
        Map<String, Object> all = new TreeMap<>(client);
        all.putAll(OURS);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, String.valueOf(servers));
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return all;
    }

    /** For logs: without the client's settings, which may hold passwords. */
    @Override
    public String toString() {
        return group + "@" + servers + " " + topics;
    }
}
