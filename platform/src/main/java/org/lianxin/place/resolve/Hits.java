package org.lianxin.place.resolve;

import java.util.Arrays;

/** Which bases the text may name from each position on, with the end, the slip and its cost. */
final class Hits {

    private static final int EACH = 256;

    private final int[] counts = new int[Query.LONGEST + 1];
    private final int[][] bases = new int[Query.LONGEST + 1][];
    private final int[][] ends = new int[Query.LONGEST + 1][];
    private final float[][] costs = new float[Query.LONGEST + 1][];
    private final Slip[][] slips = new Slip[Query.LONGEST + 1][];

    void reset(int length) {
        Arrays.fill(counts, 0, length + 1, -1);
    }

    boolean isKnown(int at) {
        return counts[at] >= 0;
    }

    void begin(int at) {
        counts[at] = 0;
        if (bases[at] == null) {
            bases[at] = new int[EACH];
            ends[at] = new int[EACH];
            costs[at] = new float[EACH];
            slips[at] = new Slip[EACH];
        }
    }

    void add(int at, int base, int end, Slip slip, double cost) {
        int count = counts[at];
        for (int i = 0; i < count; i++) {
            if (bases[at][i] == base && ends[at][i] == end) {
                if (cost < costs[at][i]) {
                    costs[at][i] = (float) cost;
                    slips[at][i] = slip;
                }
                return;
            }
        }
        if (count < EACH) {
            bases[at][count] = base;
            ends[at][count] = end;
            costs[at][count] = (float) cost;
            slips[at][count] = slip;
            counts[at]++;
        }
    }

    int count(int at) {
        return counts[at];
    }

    int base(int at, int index) {
        return bases[at][index];
    }

    int end(int at, int index) {
        return ends[at][index];
    }

    double cost(int at, int index) {
        return costs[at][index];
    }

    Slip slip(int at, int index) {
        return slips[at][index];
    }
}
