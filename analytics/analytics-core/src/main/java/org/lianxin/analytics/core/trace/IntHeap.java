package org.lianxin.analytics.core.trace;

import java.util.Arrays;

/** The smallest int first. */
final class IntHeap {
    private int[] values = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int peek() {
        return values[0];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        int at = size++;
        while (at > 0 && values[(at - 1) >>> 1] > value) {
            values[at] = values[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        values[at] = value;
    }

    int poll() {
        int least = values[0];
        int moved = values[--size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && values[child + 1] < values[child]) {
                child++;
            }
            if (values[child] >= moved) {
                break;
            }
            values[at] = values[child];
            at = child;
        }
        values[at] = moved;
        return least;
    }
}
