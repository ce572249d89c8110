package org.lianxin.analytics.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Texts to numbers in order of first appearance, by open addressing over one heap of bytes. Not thread safe: every part
 * has its own, and the index numbers all texts anew in an order that does not depend on the run.
 */
final class Dictionary {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private int[] slots = new int[1 << 12];
    private long[] hashes = new long[1 << 11];
    private int[] ends = new int[1 << 11];
    private byte[] heap = new byte[1 << 15];
    private int size;

    /** The number of the text. */
    int idOf(byte[] text, int start, int end) {
        long hash = hash(text, start, end);
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (true) {
            int id = slots[slot] - 1;
            if (id < 0) {
                return add(text, start, end, hash, slot);
            }
            if (hashes[id] == hash && equals(id, text, start, end)) {
                return id;
            }
            slot = slot + 1 & mask;
        }
    }

    int size() {
        return size;
    }

    long hashOf(int id) {
        return hashes[id];
    }

    long[] hashes() {
        return hashes;
    }

    int[] ends() {
        return ends;
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

    private int add(byte[] text, int start, int end, long hash, int slot) {
        int id = size++;
        if (id == hashes.length) {
            hashes = Arrays.copyOf(hashes, id * 2);
            ends = Arrays.copyOf(ends, id * 2);
        }
        int heapStart = startOf(id);
        int heapEnd = Math.addExact(heapStart, end - start);
        if (heapEnd > heap.length) {
            heap = Arrays.copyOf(heap, Math.max(heapEnd, (int) Math.min(heap.length * 2L, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(text, start, heap, heapStart, end - start);
        hashes[id] = hash;
        ends[id] = heapEnd;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        int[] wider = new int[slots.length * 2];
        int mask = wider.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = (int) (hashes[id] >>> 32) & mask;
            while (wider[slot] != 0) {
                slot = slot + 1 & mask;
            }
            wider[slot] = id + 1;
        }
        slots = wider;
    }

    private boolean equals(int id, byte[] text, int start, int end) {
        int heapStart = startOf(id);
        return Arrays.equals(heap, heapStart, ends[id], text, start, end);
    }

    /** The same for the same bytes on every machine: it decides the order in which accounts are numbered. */
    static long hash(byte[] text, int start, int end) {
        long hash = (end - start) * MIX;
        int position = start;
        for (; position + 8 <= end; position += 8) {
            hash = mix(hash ^ (long) LONGS.get(text, position));
        }
        long last = 0;
        for (int shift = 0; position < end; position++, shift += 8) {
            last |= (text[position] & 0xFFL) << shift;
        }
        hash = mix(hash ^ last);
        return hash ^ hash >>> 29;
    }

    private static long mix(long value) {
        long product = value * MIX;
        return (product ^ product >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
