package org.lianxin.analytics.core.link;

import org.lianxin.analytics.core.LongColumn;

/** Joins accounts that share an identifier, directly or through one another, by union-find. */
public final class Linker {
    private Linker() {}

    /**
     * @param group of each account: the smallest number of an account it is joined with
     * @param shared of each identifier: by how many accounts it is used
     */
    public record Linked(int[] group, int[] shared) {}

    /**
     * @param pairs account above, identifier below, each once
     * @param limit identifiers shared by more accounts join nobody
     */
    public static Linked link(LongColumn pairs, int accounts, int identifiers, int limit) {
        int[] shared = new int[identifiers];
        long size = pairs.size();
        for (long i = 0; i < size; i++) {
            shared[(int) pairs.get(i)]++;
        }
        int[] group = new int[accounts];
        for (int account = 0; account < accounts; account++) {
            group[account] = account;
        }
        int[] first = new int[identifiers];
        for (long i = 0; i < size; i++) {
            long pair = pairs.get(i);
            int identifier = (int) pair;
            if (shared[identifier] < 2 || shared[identifier] > limit) {
                continue;
            }
            int account = (int) (pair >>> 32);
            if (first[identifier] == 0) {
                first[identifier] = account + 1;
            } else {
                join(group, first[identifier] - 1, account);
            }
        }
        for (int account = 0; account < accounts; account++) {
            group[account] = root(group, account);
        }
        return new Linked(group, shared);
    }

    /** The smaller root stays, so that a group is named by its smallest account whatever the order. */
    private static void join(int[] group, int one, int other) {
        int a = root(group, one);
        int b = root(group, other);
        if (a != b) {
            group[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private static int root(int[] group, int account) {
        int at = account;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }
}
