package org.lianxin.place.gazetteer;

/** Open addressing from a hash to several ids: two plain arrays, half full at most. */
final class HashTable {

    private final int[] hashes;
    private final int[] ids;
    private final int mask;

    HashTable(int entries) {
        int size = Integer.highestOneBit(Math.max(16, entries * 2 - 1)) << 1;
        hashes = new int[size];
        ids = new int[size];
        mask = size - 1;
    }

    void put(int hash, int id) {
        int slot = hash & mask;
        while (ids[slot] != 0) {
            if (hashes[slot] == hash && ids[slot] == id + 1) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        ids[slot] = id + 1;
    }

    /** The first slot with this hash from its home on, or -1. */
    int first(int hash) {
        return seek(hash, hash & mask);
    }

    /** The next slot with this hash after {@code slot}, or -1. */
    int next(int hash, int slot) {
        return seek(hash, (slot + 1) & mask);
    }

    int id(int slot) {
        return ids[slot] - 1;
    }

    private int seek(int hash, int from) {
        int slot = from;
        while (ids[slot] != 0) {
            if (hashes[slot] == hash) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }
}
