package org.lianxin.analytics.local.finbench;

import org.lianxin.analytics.core.RadixSort;

/**
 * One relation from one side: the edges of node {@code n} are {@code offsets[n] .. offsets[n + 1]}, in order of time.
 *
 * @param other node on the other side
 */
record Edges(int[] offsets, int[] other, long[] time, double[] amount) {

    static Edges of(int nodes, int[] keys, int[] others, long[] times, double[] amounts) {
        int[] order = RadixSort.order(times, keys.length);
        int[] offsets = new int[nodes + 1];
        for (int key : keys) {
            offsets[key + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            offsets[node + 1] += offsets[node];
        }
        int[] next = offsets.clone();
        int[] other = new int[keys.length];
        long[] time = new long[keys.length];
        double[] amount = new double[keys.length];
        for (int edge : order) {
            int at = next[keys[edge]]++;
            other[at] = others[edge];
            time[at] = times[edge];
            amount[at] = amounts[edge];
        }
        return new Edges(offsets, other, time, amount);
    }

    int start(int node) {
        return offsets[node];
    }

    int end(int node) {
        return offsets[node + 1];
    }

    /** First of the node's edges later than the moment. */
    int firstAfter(int node, long moment) {
        int low = offsets[node];
        int high = offsets[node + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What is done with an edge. */
    interface Each {
        void edge(int other, long time, double amount);
    }

    /** All edges of the node strictly inside the interval. */
    void within(int node, long start, long end, Each each) {
        for (int at = firstAfter(node, start); at < offsets[node + 1] && time[at] < end; at++) {
            each.edge(other[at], time[at], amount[at]);
        }
    }
}
