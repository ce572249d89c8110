package org.lianxin.warning.stream;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether a broker answers. A consumer that has lost its brokers just gets nothing; but as long as there is one it answers at least
 * to every heartbeat. Written by the listener's thread, read by any.
 */
final class BrokerWatch {

    private static final Duration MOST_SILENT = Duration.ofSeconds(5);

    private double answers;
    private volatile long silentSince = System.nanoTime();
    private volatile boolean silent = true;

    /** Call after every poll: what is not polled is not silent. */
    void look(Consumer<?, ?> consumer) {
        double now = consumer.metrics().values().stream()
                .filter(BrokerWatch::countsAnswers)
                .mapToDouble(each -> ((Number) each.metricValue()).doubleValue())
                .sum();
        if (now != answers) {
            answers = now;
            silent = false;
        } else {
            beginSilence();
        }
    }

    /** The consumer that was looked at is gone. */
    void lost() {
        answers = 0;
        beginSilence();
    }

    private void beginSilence() {
        if (!silent) {
            silentSince = System.nanoTime();
            silent = true;
        }
    }

    private static boolean countsAnswers(Metric metric) {
        return metric.metricName().name().equals("response-total")
                && metric.metricName().group().equals("consumer-metrics");
    }

    boolean isAway() {
        return silent && System.nanoTime() - silentSince > MOST_SILENT.toNanos();
    }
}
