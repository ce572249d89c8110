package org.lianxin.analytics.local.finbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All nodes of a kind.
 *
 * @param ids as the snapshot has them; beyond 2^53
 * @param listed how many stand in their file; the rest are only named by relations
 * @param created epoch milliseconds
 * @param types of accounts and media; empty otherwise
 * @param amount of loans
 * @param balance of loans
 */
record Nodes(
        long[] ids,
        int listed,
        long[] created,
        boolean[] blocked,
        List<String> types,
        double[] amount,
        double[] balance,
        Map<Long, Integer> numbers) {

    Nodes(
            long[] ids,
            int listed,
            long[] created,
            boolean[] blocked,
            List<String> types,
            double[] amount,
            double[] balance) {
        this(ids, listed, created, blocked, types, amount, balance, HashMap.newHashMap(ids.length));
        for (int i = 0; i < ids.length; i++) {
            numbers.put(ids[i], i);
        }
    }

    int size() {
        return ids.length;
    }

    /** Negative if there is none. */
    int find(long id) {
        return numbers.getOrDefault(id, -1);
    }
}
