package org.lianxin.analytics.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to trace.
 *
 * @param seeds the payments of the victims
 * @param from first moment looked at
 * @param until first moment no longer looked at
 * @param window of {@link TraceRule#WINDOWED}: how long after its arrival money may be passed on
 * @param maxLayers accounts this far from the victims are not followed any further
 * @param hubLimit accounts with more outgoing transfers than this in the interval are not followed
 */
public record TraceSpec(
        List<Seed> seeds,
        Instant from,
        Instant until,
        TraceRule rule,
        Duration window,
        int maxLayers,
        int hubLimit,
        Direction direction) {
    public TraceSpec {
        seeds = List.copyOf(seeds);
        if (maxLayers < 1) {
            throw new IllegalArgumentException("A trace needs at least one layer, not " + maxLayers);
        }
        if (hubLimit < 0 || window.isNegative()) {
            throw new IllegalArgumentException("Hub limit and window cannot be negative: " + hubLimit + ", " + window);
        }
    }
}
