package org.lianxin.analytics.imports;

/** A set of longs; zero is allowed, the smallest long is not. */
final class LongSet {
    private static final long FREE = Long.MIN_VALUE;

    private long[] slots = filled(1 << 10);
    private int size;

    boolean add(long value) {
        int mask = slots.length - 1;
        int slot = slotOf(value, mask);
        while (slots[slot] != FREE) {
            if (slots[slot] == value) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = value;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    /** All members, ascending. */
    long[] sorted() {
        long[] members = new long[size];
        int count = 0;
        for (long value : slots) {
            if (value != FREE) {
                members[count++] = value;
            }
        }
        java.util.Arrays.sort(members);
        return members;
    }

    private void grow() {
        long[] old = slots;
        slots = filled(old.length * 2);
        int mask = slots.length - 1;
        for (long value : old) {
            if (value != FREE) {
                int slot = slotOf(value, mask);
                while (slots[slot] != FREE) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = value;
            }
        }
    }

    private static int slotOf(long value, int mask) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    private static long[] filled(int length) {
        long[] slots = new long[length];
        java.util.Arrays.fill(slots, FREE);
        return slots;
    }
}
