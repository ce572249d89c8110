package org.lianxin.place.gazetteer;

/** The one rolling hash that all look-up tables share. */
final class Hashes {

    private Hashes() {}

    static int step(int hash, int symbol) {
        int mixed = (hash ^ symbol) * 0x9E3779B1;
        return mixed ^ (mixed >>> 15);
    }

    static int of(int[] points, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = step(hash, points[i]);
        }
        return hash;
    }

    /** The hash of the range with one position left out. */
    static int without(int[] points, int from, int to, int left) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            if (i != left) {
                hash = step(hash, points[i]);
            }
        }
        return hash;
    }
}
