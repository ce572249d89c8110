package org.lianxin.indicator.domain;

/**
 * IN-11: the interval in which a share lies with 95 % confidence, after E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927), 209-212; without continuity correction. Unlike
 * the usual p ± 2 s it holds for few cases and near 0 and 1.
 *
 * @param low the least, {@code high} the most, from 0 to 1
 */
public record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** Of {@code of} cases {@code n} were so. */
    public static Wilson of(long n, long of) {
        if (of <= 0 || n < 0 || n > of) {
            throw new IllegalArgumentException(n + " of " + of);
        }
        double share = (double) n / of;
        double square = Z * Z;
        double centre = share + square / (2 * of);
        double half = Z * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        double scale = 1 + square / of;
        return new Wilson(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    public boolean isAbove(Wilson other) {
        return low > other.high;
    }
}
