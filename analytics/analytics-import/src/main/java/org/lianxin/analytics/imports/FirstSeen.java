package org.lianxin.analytics.imports;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** Longs, each with the earliest moment at which it was seen; the smallest long cannot be held. */
final class FirstSeen {
    /** Nothing says when. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final long FREE = Long.MIN_VALUE;

    private long[] slots = filled(1 << 10);
    private long[] moments = new long[1 << 10];
    private int size;

    void add(long value, long millis) {
        int slot = find(value);
        if (slots[slot] == value) {
            moments[slot] = Math.min(moments[slot], millis);
            return;
        }
        slots[slot] = value;
        moments[slot] = millis;
        if (++size * 2 > slots.length) {
            grow();
        }
    }

    int size() {
        return size;
    }

    /** The same moments under other names, of which no two may be alike. */
    FirstSeen renamed(LongUnaryOperator name) {
        var renamed = new FirstSeen();
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != FREE) {
                renamed.add(name.applyAsLong(slots[slot]), moments[slot]);
            }
        }
        return renamed;
    }

    /** All members, ascending. */
    long[] sorted() {
        return Arrays.stream(slots).filter(value -> value != FREE).sorted().toArray();
    }

    /** When the member was first seen. */
    long of(long member) {
        return moments[find(member)];
    }

    private int find(long value) {
        int mask = slots.length - 1;
        int slot = slotOf(value, mask);
        while (slots[slot] != FREE && slots[slot] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        long[] oldMoments = moments;
        slots = filled(old.length * 2);
        moments = new long[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE) {
                int slot = find(old[i]);
                slots[slot] = old[i];
                moments[slot] = oldMoments[i];
            }
        }
    }

    private static int slotOf(long value, int mask) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    private static long[] filled(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
