package org.lianxin.analytics.core;

/**
 * Stable sorting of row numbers by a long key, least significant digits first; keys only need their differing bits. Where
 * key and row number fit into one long they travel together, so that memory is read from front to back.
 */
public final class RadixSort {
    private static final int BITS = 11;
    private static final int SECOND = 1000;

    private RadixSort() {}

    /** Row numbers 0 .. count - 1 in ascending order of their signed keys; equal keys keep their order. The keys stay. */
    public static int[] order(long[] keys, int count) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            sorted &= i == 0 || keys[i - 1] <= keys[i];
            min = Math.min(min, keys[i]);
            max = Math.max(max, keys[i]);
        }
        if (sorted) {
            return ascending(count);
        }
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        if (bits(max - min) + rowBits > Long.SIZE) {
            return orderApart(keys, min, bits(max - min), count);
        }
        long unit = areSeconds(keys, min, count) ? SECOND : 1;
        return orderPacked(packed(keys, min, unit, rowBits, count), rowBits, bits((max - min) / unit));
    }

    private static int[] ascending(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int bits(long unsigned) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    }

    /** Times of banks mostly are whole seconds, of which there are a thousand times fewer. */
    private static boolean areSeconds(long[] keys, long min, int count) {
        for (int i = 0; i < count; i++) {
            if ((keys[i] - min) % SECOND != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] packed(long[] keys, long min, long unit, int rowBits, int count) {
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            long key = keys[i] - min;
            packed[i] = (unit == 1 ? key : key / SECOND) << rowBits | i;
        }
        return packed;
    }

    private static int[] orderPacked(long[] packed, int rowBits, int keyBits) {
        long[] from = packed;
        long[] to = new long[packed.length];
        int passes = (keyBits + BITS - 1) / BITS;
        int digit = (keyBits + passes - 1) / passes;
        for (int pass = 0; pass < passes; pass++) {
            pass(from, to, rowBits + pass * digit, digit);
            long[] swap = from;
            from = to;
            to = swap;
        }
        int[] order = new int[packed.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (from[i] & (1L << rowBits) - 1);
        }
        return order;
    }

    private static void pass(long[] from, long[] to, int shift, int bits) {
        int mask = (1 << bits) - 1;
        int[] next = new int[mask + 2];
        for (long value : from) {
            next[(int) (value >>> shift) & mask]++;
        }
        startsOf(next, mask + 1);
        for (long value : from) {
            to[next[(int) (value >>> shift) & mask]++] = value;
        }
    }

    private static int[] orderApart(long[] keys, long min, int keyBits, int count) {
        int[] from = ascending(count);
        int[] to = new int[count];
        for (int shift = 0; shift < keyBits; shift += BITS) {
            passApart(keys, min, shift, from, to);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void passApart(long[] keys, long min, int shift, int[] from, int[] to) {
        int mask = (1 << BITS) - 1;
        int[] next = new int[mask + 2];
        for (int row : from) {
            next[(int) ((keys[row] - min) >>> shift) & mask]++;
        }
        startsOf(next, mask + 1);
        for (int row : from) {
            to[next[(int) ((keys[row] - min) >>> shift) & mask]++] = row;
        }
    }

    /** From how many there are of each to where each begins. */
    private static void startsOf(int[] counts, int buckets) {
        int sum = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int count = counts[bucket];
            counts[bucket] = sum;
            sum += count;
        }
    }
}
