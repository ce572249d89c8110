package org.lianxin.analytics.core;

/** Stable sorting of ints by a comparator, without boxes. */
public final class IntSort {
    private static final int SMALL = 12;

    private IntSort() {}

    /** Compares two of the ints. */
    public interface Order {
        int compare(int left, int right);
    }

    /** Sorts values[from .. to). */
    public static void sort(int[] values, int from, int to, Order order) {
        if (to - from <= SMALL) {
            insert(values, from, to, order);
        } else {
            split(values, new int[to - from], from, to, order);
        }
    }

    private static void split(int[] values, int[] spare, int from, int to, Order order) {
        if (to - from <= SMALL) {
            insert(values, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        split(values, spare, from, middle, order);
        split(values, spare, middle, to, order);
        if (order.compare(values[middle - 1], values[middle]) > 0) {
            merge(values, spare, from, middle, to, order);
        }
    }

    private static void merge(int[] values, int[] spare, int from, int middle, int to, Order order) {
        int length = middle - from;
        System.arraycopy(values, from, spare, 0, length);
        int left = 0;
        int right = middle;
        int at = from;
        while (left < length) {
            values[at++] =
                    right < to && order.compare(spare[left], values[right]) > 0 ? values[right++] : spare[left++];
        }
    }

    private static void insert(int[] values, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            while (at > from && order.compare(values[at - 1], value) > 0) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }
}
