package org.lianxin.analytics.core;

/**
 * The transfers of each account in order: those of account {@code a} are {@code transfers[offsets[a] .. offsets[a + 1])}.
 *
 * @param offsets one more than there are accounts
 */
public record Adjacency(LongColumn offsets, IntColumn transfers) {
    private static final int BLOCK_BITS = 9;
    private static final int ROWS_AT_ONCE = 4 << 20;

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

    /**
     * Fills the columns, which must be zero and large enough, by a counting sort: one pass to count, one to place. Places
     * are looked up in blocks of accounts, so that what a block needs stays in the cache.
     */
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
        int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(accounts) - BLOCK_BITS);
        var run = new long[(int) Math.min(rows, ROWS_AT_ONCE)];
        for (long from = 0; from < rows; from += run.length) {
            int[] ends = scatter(keys, from, Math.min(rows, from + run.length), shift, run);
            for (int at = 0; at < ends[ends.length - 1]; at++) {
                transfers.set(next[(int) (run[at] >>> 32)]++, (int) run[at]);
            }
        }
    }

    /** The rows [from, to) by blocks of accounts, each as account above and row below; returns where each block ends. */
    private static int[] scatter(IntColumn keys, long from, long to, int shift, long[] run) {
        int[] ends = new int[1 << BLOCK_BITS];
        for (long row = from; row < to; row++) {
            int key = keys.get(row);
            if (key >= 0) {
                ends[key >>> shift]++;
            }
        }
        int sum = 0;
        for (int block = 0; block < ends.length; block++) {
            int count = ends[block];
            ends[block] = sum;
            sum += count;
        }
        for (long row = from; row < to; row++) {
            int key = keys.get(row);
            if (key >= 0) {
                run[ends[key >>> shift]++] = (long) key << 32 | row;
            }
        }
        return ends;
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
