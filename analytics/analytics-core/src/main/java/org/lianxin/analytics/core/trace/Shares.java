package org.lianxin.analytics.core.trace;

import java.math.BigInteger;
import org.lianxin.analytics.core.IntSort;

/** Dividing whole cents without losing one: largest remainder first, of equals the earlier. */
final class Shares {
    private Shares() {}

    /**
     * Divides an amount in proportion to the weights.
     *
     * @param weights whose sum is at least the amount; no share exceeds its weight
     */
    static long[] divide(long amount, long[] weights, long sum) {
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        int[] order = new int[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            order[i] = i;
            if (Math.multiplyHigh(amount, weights[i]) == 0 && amount * weights[i] >= 0) {
                long product = amount * weights[i];
                shares[i] = product / sum;
                remainders[i] = product % sum;
            } else {
                BigInteger[] both = BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divideAndRemainder(BigInteger.valueOf(sum));
                shares[i] = both[0].longValueExact();
                remainders[i] = both[1].longValueExact();
            }
            left -= shares[i];
        }
        if (left > 0) {
            IntSort.sort(order, 0, order.length, (a, b) -> Long.compare(remainders[b], remainders[a]));
            for (int i = 0; i < left; i++) {
                shares[order[i]]++;
            }
        }
        return shares;
    }

    /** The part of a payment in a whole of two kinds: nearest cent, a half goes with the payment. */
    static long part(long tainted, long payment, long whole) {
        if (payment >= whole) {
            return tainted;
        }
        if (Math.multiplyHigh(tainted, payment) == 0 && tainted * payment >= 0) {
            long product = tainted * payment;
            long quotient = product / whole;
            long remainder = product % whole;
            return remainder >= whole - remainder ? quotient + 1 : quotient;
        }
        BigInteger[] both = BigInteger.valueOf(tainted)
                .multiply(BigInteger.valueOf(payment))
                .divideAndRemainder(BigInteger.valueOf(whole));
        boolean up = both[1].shiftLeft(1).compareTo(BigInteger.valueOf(whole)) >= 0;
        return both[0].longValueExact() + (up ? 1 : 0);
    }
}
