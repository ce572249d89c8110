package org.lianxin.analytics.core.pattern;

/**
 * A pattern found.
 *
 * @param transfers its evidence, ascending
 */
public record Found(int centre, int[] transfers) {}
