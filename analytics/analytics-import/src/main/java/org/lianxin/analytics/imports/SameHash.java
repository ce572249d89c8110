package org.lianxin.analytics.imports;

import java.util.Arrays;
import java.util.List;
import org.lianxin.analytics.core.LongColumn;

/**
 * Rows whose ids' hashes begin with the same bits, and which of them have the same hash. The rows are first written
 * one after another into buckets by the next bits of their hashes; a bucket is small enough to be searched in the cache.
 */
final class SameHash {
    /** Hash and place of a row, a few buckets' bounds and places beside them. */
    static final int BYTES_PER_ROW = 20;

    private static final int ROWS_PER_BUCKET = 1 << 13;
    private static final int MOST_BUCKET_BITS = 11;

    private final int shardBits;
    private final int bucketBits;
    private long[] hashes = new long[0];
    /** Part above, row below. */
    private long[] places = new long[0];

    private int[] table = new int[0];

    /** What is to be done about two rows. */
    interface Meeting {
        /** Whether they are of the same id after all; then the one that counts is in the first place from now on. */
        boolean meet(Found rows, int first, int other);
    }

    /** Rows of a bucket by their number. */
    record Found(long[] hashes, long[] places) {
        int part(int number) {
            return (int) (places[number] >>> 32);
        }

        int row(int number) {
            return (int) places[number];
        }

        void swap(int one, int other) {
            long place = places[one];
            places[one] = places[other];
            places[other] = place;
        }
    }

    /** @param shardBits how many bits of a hash choose the shard */
    SameHash(long rows, int shardBits) {
        this.shardBits = shardBits;
        long perBucket = (rows >> shardBits) / ROWS_PER_BUCKET;
        bucketBits = Math.min(MOST_BUCKET_BITS, Long.SIZE - Long.numberOfLeadingZeros(perBucket));
    }

    /** Shows rows with equal hashes to each other in order of part and row: each row to those before it that still stand. */
    void run(List<LongColumn> parts, int shard, Meeting meeting) {
        int[] bounds = scatter(parts, shard);
        var found = new Found(hashes, places);
        int from = 0;
        for (int bucket = 0; bucket < 1 << bucketBits; bucket++) {
            search(found, from, bounds[bucket], meeting);
            from = bounds[bucket];
        }
    }

    /** Where each bucket ends. */
    private int[] scatter(List<LongColumn> parts, int shard) {
        int[] next = new int[1 + (1 << bucketBits)];
        for (var column : parts) {
            for (long row = 0; row < column.size(); row++) {
                long hash = column.get(row);
                if (isOf(shard, hash)) {
                    next[bucket(hash) + 1]++;
                }
            }
        }
        for (int bucket = 0; bucket < 1 << bucketBits; bucket++) {
            next[bucket + 1] = Math.addExact(next[bucket + 1], next[bucket]);
        }
        int rows = next[1 << bucketBits];
        if (rows > hashes.length) {
            hashes = new long[rows];
            places = new long[rows];
        }
        for (int part = 0; part < parts.size(); part++) {
            var column = parts.get(part);
            for (long row = 0; row < column.size(); row++) {
                long hash = column.get(row);
                if (isOf(shard, hash)) {
                    int at = next[bucket(hash)]++;
                    hashes[at] = hash;
                    places[at] = (long) part << 32 | row;
                }
            }
        }
        return next;
    }

    private boolean isOf(int shard, long hash) {
        return shardBits == 0 || hash >>> (Long.SIZE - shardBits) == shard;
    }

    private int bucket(long hash) {
        return (int) (hash << shardBits >>> 1 >>> (Long.SIZE - 1 - bucketBits));
    }

    private void search(Found found, int from, int to, Meeting meeting) {
        int length = Math.max(2, Integer.highestOneBit(Math.max(1, to - from)) * 4);
        if (table.length < length) {
            table = new int[length];
        }
        Arrays.fill(table, 0, length, 0);
        for (int number = from; number < to; number++) {
            int slot = (int) hashes[number] & (length - 1);
            while (table[slot] != 0) {
                int other = table[slot] - 1;
                if (hashes[other] == hashes[number] && meeting.meet(found, other, number)) {
                    break;
                }
                slot = slot + 1 & (length - 1);
            }
            if (table[slot] == 0) {
                table[slot] = number + 1;
            }
        }
    }
}
