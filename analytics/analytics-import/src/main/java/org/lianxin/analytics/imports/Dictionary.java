package org.lianxin.analytics.imports;

import java.util.Arrays;

/**
 * Texts to numbers in order of first appearance, by open addressing. Key and number lie beside each other, so that an
 * account of digits is found by one look into memory; the bytes of other texts are compared. Not thread safe: every part
 * has its own, and the index numbers all texts anew in an order that does not depend on the run.
 */
final class Dictionary {
    /** Key, then number + 1, of each place. */
    private long[] slots = new long[2 << 12];

    private long[] keys = new long[1 << 11];
    private int[] ends = new int[1 << 11];
    private byte[] heap = new byte[1 << 15];
    private int size;

    /** The number of the text. */
    int idOf(byte[] text, int start, int end) {
        return idOf(TextKey.of(text, start, end), text, start, end);
    }

    /** The number of the text, whose key is known. */
    int idOf(long key, byte[] text, int start, int end) {
        int mask = slots.length - 2;
        int slot = TextKey.spread(key) & mask;
        while (true) {
            int id = (int) slots[slot + 1] - 1;
            if (id < 0) {
                return add(text, start, end, key, slot);
            }
            if (slots[slot] == key && (TextKey.isWhole(key) || equals(id, text, start, end))) {
                return id;
            }
            slot = slot + 2 & mask;
        }
    }

    int size() {
        return size;
    }

    long[] keys() {
        return keys;
    }

    byte[] heap() {
        return heap;
    }

    int startOf(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    int endOf(int id) {
        return ends[id];
    }

    private int add(byte[] text, int start, int end, long key, int slot) {
        int id = size++;
        if (id == keys.length) {
            keys = Arrays.copyOf(keys, id * 2);
            ends = Arrays.copyOf(ends, id * 2);
        }
        int heapStart = startOf(id);
        int heapEnd = Math.addExact(heapStart, end - start);
        if (heapEnd > heap.length) {
            heap = Arrays.copyOf(heap, Math.max(heapEnd, (int) Math.min(heap.length * 2L, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(text, start, heap, heapStart, end - start);
        keys[id] = key;
        ends[id] = heapEnd;
        slots[slot] = key;
        slots[slot + 1] = size;
        if (size * 3L > slots.length) {
            grow();
        }
        return id;
    }

    /** Two thirds of the places may be taken. */
    private void grow() {
        long[] wider = new long[Math.multiplyExact(slots.length, 2)];
        int mask = wider.length - 2;
        for (int id = 0; id < size; id++) {
            int slot = TextKey.spread(keys[id]) & mask;
            while (wider[slot + 1] != 0) {
                slot = slot + 2 & mask;
            }
            wider[slot] = keys[id];
            wider[slot + 1] = id + 1L;
        }
        slots = wider;
    }

    private boolean equals(int id, byte[] text, int start, int end) {
        return Arrays.equals(heap, startOf(id), ends[id], text, start, end);
    }
}
