package org.lianxin.bench.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a load did.
 *
 * @param latency in microseconds; of an open load from the moment the request was due, not from when it could be sent
 * @param statuses how often each status was answered
 * @param broken requests without an answer
 * @param seconds from the first request to the last answer
 */
public record LoadResult(Histogram latency, Map<Integer, Long> statuses, long broken, double seconds) {

    public long answered() {
        return latency.getTotalCount();
    }

    public long good() {
        return statuses.entrySet().stream()
                .filter(each -> each.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public double perSecond() {
        return good() / seconds;
    }

    public double millisAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1_000.0;
    }

    public double maxMillis() {
        return latency.getMaxValue() / 1_000.0;
    }
}
