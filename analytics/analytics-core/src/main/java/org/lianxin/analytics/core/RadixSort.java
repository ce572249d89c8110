package org.lianxin.analytics.core;

/** Stable sorting of row numbers by a long key, least significant digits first; keys only need their differing bits. */
public final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private RadixSort() {}

    /** Row numbers 0 .. count - 1 in ascending order of their signed keys; equal keys keep their order. The keys stay. */
    public static int[] order(long[] keys, int count) {
        int[] order = new int[count];
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            sorted &= i == 0 || keys[i - 1] <= keys[i];
            min = Math.min(min, keys[i]);
            max = Math.max(max, keys[i]);
        }
        if (sorted) {
            return order;
        }
        int significant = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int[] spare = new int[count];
        for (int shift = 0; shift < significant; shift += BITS) {
            pass(keys, min, shift, order, spare);
            int[] swap = order;
            order = spare;
            spare = swap;
        }
        return order;
    }

    private static void pass(long[] keys, long min, int shift, int[] from, int[] to) {
        int[] next = new int[BUCKETS + 1];
        for (int row : from) {
            next[(int) ((keys[row] - min) >>> shift & (BUCKETS - 1)) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            next[bucket + 1] += next[bucket];
        }
        for (int row : from) {
            to[next[(int) ((keys[row] - min) >>> shift & (BUCKETS - 1))]++] = row;
        }
    }
}
