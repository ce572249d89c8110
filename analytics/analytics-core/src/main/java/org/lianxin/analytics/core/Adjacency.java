package org.lianxin.analytics.core;

/**
 * The transfers of each account in order: those of account {@code a} are {@code transfers[offsets[a] .. offsets[a + 1])}.
 *
 * @param offsets one more than there are accounts
 */
public record Adjacency(LongColumn offsets, IntColumn transfers) {
    /** An adjacency in memory. */
    public static Adjacency of(IntColumn keys, int accounts) {
        int kept = 0;
        for (long i = 0; i < keys.size(); i++) {
            if (keys.get(i) >= 0) {
                kept++;
            }
        }
        var built = new Adjacency(LongColumn.of(new long[accounts + 1]), IntColumn.of(new int[kept]));
        built.fill(keys);
        return built;
    }

    /** Fills the columns, which must be zero and large enough, by a counting sort: one pass to count, one to place. */
    public void fill(IntColumn keys) {
        int accounts = Math.toIntExact(offsets.size() - 1);
        int[] next = new int[accounts + 1];
        long rows = keys.size();
        for (long i = 0; i < rows; i++) {
            int key = keys.get(i);
            if (key >= 0) {
                next[key]++;
            }
        }
        int sum = 0;
        for (int account = 0; account <= accounts; account++) {
            int count = next[account];
            offsets.set(account, sum);
            next[account] = sum;
            sum += count;
        }
        for (long i = 0; i < rows; i++) {
            int key = keys.get(i);
            if (key >= 0) {
                transfers.set(next[key]++, (int) i);
            }
        }
    }

    /** Position of the account's first transfer. */
    public long start(int account) {
        return offsets.get(account);
    }

    /** Position after the account's last transfer. */
    public long end(int account) {
        return offsets.get(account + 1);
    }

    /** The transfer at a position. */
    public int transfer(long position) {
        return transfers.get(position);
    }

    /** Position of the account's first transfer whose number is at least the given one. */
    public long positionFrom(int account, int transfer) {
        return transfers.lowerBound(start(account), end(account), transfer);
    }
}
