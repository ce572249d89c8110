package org.lianxin.analytics.imports;

import java.util.Arrays;
import org.lianxin.analytics.core.IntSort;
import org.lianxin.analytics.core.RadixSort;

/**
 * The texts of a part in order of (key, bytes), so that parts can be merged as they stream by.
 *
 * @param ranks from the number in order of first appearance to the place in this order
 */
record RankedTexts(long[] keys, int[] ends, byte[] heap, int[] ranks) {
    static RankedTexts of(Dictionary texts) {
        int size = texts.size();
        int[] order = order(texts);
        long[] keys = new long[size];
        int[] ends = new int[size];
        byte[] heap = new byte[size == 0 ? 0 : texts.endOf(size - 1)];
        int[] ranks = new int[size];
        int at = 0;
        for (int rank = 0; rank < size; rank++) {
            int id = order[rank];
            int length = texts.endOf(id) - texts.startOf(id);
            System.arraycopy(texts.heap(), texts.startOf(id), heap, at, length);
            at += length;
            keys[rank] = texts.keys()[id];
            ends[rank] = at;
            ranks[id] = rank;
        }
        return new RankedTexts(keys, ends, heap, ranks);
    }

    private static int[] order(Dictionary texts) {
        int[] order = RadixSort.order(texts.keys(), texts.size());
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && texts.keys()[order[to]] == texts.keys()[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                IntSort.sort(order, from, to, (left, right) -> compareBytes(texts, left, right));
            }
            from = to;
        }
        return order;
    }

    private static int compareBytes(Dictionary texts, int left, int right) {
        return Arrays.compareUnsigned(
                texts.heap(),
                texts.startOf(left),
                texts.endOf(left),
                texts.heap(),
                texts.startOf(right),
                texts.endOf(right));
    }
}
