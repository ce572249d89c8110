package org.lianxin.analytics.core.pattern;

/**
 * What counts as a pattern; see {@code PatternSpec}.
 *
 * @param share per mille
 * @param quietMillis the least silence of an account that is dormant
 */
public record PatternLimits(
        long windowMillis, int minAccounts, int maxLength, int share, long minCents, int hubLimit, long quietMillis) {
    boolean isAtLeastShare(long part, long whole) {
        // in 128 bits: sums of huge amounts times a thousand do not fit into a long
        int high = Long.compare(Math.multiplyHigh(part, 1000L), Math.multiplyHigh(whole, share));
        return high != 0 ? high > 0 : Long.compareUnsigned(part * 1000L, whole * share) >= 0;
    }
}
