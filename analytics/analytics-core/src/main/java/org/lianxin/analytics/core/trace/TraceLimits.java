package org.lianxin.analytics.core.trace;

/**
 * How far a trace goes.
 *
 * @param start first transfer of the interval, in the numbers of the flow
 * @param end first transfer after the interval
 * @param windowMillis of the windowed rule
 */
public record TraceLimits(int start, int end, long windowMillis, int maxLayers, int hubLimit) {}
