package org.lianxin.place.gazetteer;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** From a hash to all ids that were put under it, side by side in one array. Filled first, then sealed by {@link #of}. */
final class HashGroups {

    private final int[] ids;
    private final int[] hashes;
    private final int[] starts;
    private final int mask;

    /** Pairs of hash and id while they are collected. */
    static final class Pairs {
        private long[] pairs = new long[1 << 16];
        private int size;

        void put(int hash, int id) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = (long) hash << 32 | id;
        }
    }

    static HashGroups of(Pairs pairs) {
        return new HashGroups(pairs.pairs, pairs.size);
    }

    private HashGroups(long[] pairs, int size) {
        Arrays.parallelSort(pairs, 0, size);
        int groups = 0;
        for (int i = 0; i < size; i++) {
            groups += i == 0 || hash(pairs[i]) != hash(pairs[i - 1]) ? 1 : 0;
        }
        int slots = Integer.highestOneBit(Math.max(16, groups * 2)) << 1;
        hashes = new int[slots];
        starts = new int[slots];
        ids = new int[size + 1];
        mask = slots - 1;
        for (int i = 0; i < size; i++) {
            boolean first = i == 0 || hash(pairs[i]) != hash(pairs[i - 1]);
            ids[i] = first ? ~(int) pairs[i] : (int) pairs[i];
            if (first) {
                int slot = freeSlot(hash(pairs[i]));
                hashes[slot] = hash(pairs[i]);
                starts[slot] = i + 1;
            }
        }
        ids[size] = -1;
    }

    private static int hash(long pair) {
        return (int) (pair >> 32);
    }

    private int freeSlot(int hash) {
        int slot = hash & mask;
        while (starts[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Gives every id of this hash, smallest first; an id that was put twice comes twice. */
    void list(int hash, IntConsumer found) {
        int slot = hash & mask;
        while (starts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        if (starts[slot] == 0) {
            return;
        }
        int at = starts[slot] - 1;
        found.accept(~ids[at++]);
        while (ids[at] >= 0) {
            found.accept(ids[at++]);
        }
    }
}
