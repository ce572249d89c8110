package org.lianxin.analytics.imports;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.analytics.core.LongColumn;

/**
 * Finds rows with the transaction id of another row: the other side's report of the same transfer, the same file twice, or
 * a different transfer under the same number. Of several the earliest stays, of equals the first in order of source and
 * line. Works shard by shard over the ids' hashes, so that memory has a bound.
 */
final class DuplicateFinder {
    private static final int BYTES_PER_ROW = 28;
    /** Clocks and booking times of two banks differ; but a number that comes back another day is another transfer's. */
    private static final long MOST_SKEW_MILLIS = 86_400_000L;

    private final List<Part> parts;
    private final List<int[]> accounts;
    private final BitSet[] duplicates;
    private final BitSet[] conflicts;
    private final int shardBits;
    private final LongColumn[] hashes;
    private final Map<Long, Long> completions = new HashMap<>();
    private final long[] slots;
    private int shard;
    private long skewed;

    /**
     * @param parts in order of source, then place
     * @param accounts new numbers of each part's accounts
     */
    DuplicateFinder(List<Part> parts, List<int[]> accounts, long memoryBytes) {
        this.parts = parts;
        this.accounts = accounts;
        duplicates = new BitSet[parts.size()];
        conflicts = new BitSet[parts.size()];
        hashes = new LongColumn[parts.size()];
        long rows = 0;
        for (int part = 0; part < parts.size(); part++) {
            duplicates[part] = new BitSet();
            conflicts[part] = new BitSet();
            hashes[part] = parts.get(part).hash();
            rows += parts.get(part).rows();
        }
        int bits = 0;
        while ((rows * BYTES_PER_ROW) >> bits > memoryBytes && bits < 12) {
            bits++;
        }
        shardBits = bits;
        long perShard = (rows >> bits) + (rows >> (bits + 3)) + 1024;
        slots = new long[(int) Math.min(1 << 30, Long.highestOneBit(perShard * 8 / 5) * 2)];
    }

    /** Rows of the part that report a transfer which is there already. */
    BitSet duplicates(int part) {
        return duplicates[part];
    }

    /** Rows of the part whose id belongs to a different transfer. */
    BitSet conflicts(int part) {
        return conflicts[part];
    }

    /** Transfers of which the two sides tell different times. */
    long skewed() {
        return skewed;
    }

    void run() {
        for (shard = 0; shard < 1 << shardBits; shard++) {
            java.util.Arrays.fill(slots, 0);
            for (int part = 0; part < parts.size(); part++) {
                runPart(part);
            }
        }
    }

    private void runPart(int part) {
        var column = hashes[part];
        int rows = parts.get(part).rows();
        int mask = slots.length - 1;
        for (int row = 0; row < rows; row++) {
            long hash = column.get(row);
            if (shardBits > 0 && hash >>> (64 - shardBits) != shard) {
                continue;
            }
            // the low bits choose the slot; some of the others stand in the slot so that few rows are looked at twice
            int slot = (int) hash & mask;
            long tag = hash & 0xFFFF_0000_0000L;
            while (slots[slot] != 0) {
                long other = slots[slot];
                if ((other & 0xFFFF_0000_0000L) == tag && isSameId(part, row, other)) {
                    decide(part, row, slot);
                    slot = -1;
                    break;
                }
                slot = slot + 1 & mask;
            }
            if (slot >= 0) {
                slots[slot] = entry(part, row, tag);
            }
        }
    }

    /** Part above, row below, 16 bits of the hash between; one is added so that no entry is zero. */
    private static long entry(int part, int row, long tag) {
        return (long) (part + 1) << 48 | tag | row;
    }

    private static int partOf(long entry) {
        return (int) (entry >>> 48) - 1;
    }

    private boolean isSameId(int part, int row, long entry) {
        int other = partOf(entry);
        int otherRow = (int) entry;
        var a = parts.get(part);
        var b = parts.get(other);
        return hashes[other].get(otherRow) == hashes[part].get(row)
                && Bytes.compare(
                                a.ids(),
                                a.idStart(row),
                                a.idEnd().get(row),
                                b.ids(),
                                b.idStart(otherRow),
                                b.idEnd().get(otherRow))
                        == 0;
    }

    private void decide(int part, int row, int slot) {
        long entry = slots[slot];
        int other = partOf(entry);
        int otherRow = (int) entry;
        boolean earlier =
                parts.get(part).time().get(row) < parts.get(other).time().get(otherRow);
        boolean same = isSameTransfer(part, row, other, otherRow);
        BitSet[] kind = same ? duplicates : conflicts;
        if (earlier) {
            kind[other].set(otherRow);
            slots[slot] = entry(part, row, entry & 0xFFFF_0000_0000L);
        } else {
            kind[part].set(row);
        }
        if (same) {
            skewed += parts.get(part).time().get(row) != parts.get(other).time().get(otherRow) ? 1 : 0;
            completed(part, row, other, otherRow, earlier);
        }
    }

    /** What one bank's side does not name, the other bank's side may. */
    private void completed(int part, int row, int other, int otherRow, boolean earlier) {
        int from = Math.max(from(part, row), from(other, otherRow));
        int to = Math.max(to(part, row), to(other, otherRow));
        int kept = earlier ? part : other;
        int keptRow = earlier ? row : otherRow;
        if (from(kept, keptRow) != from || to(kept, keptRow) != to) {
            completions.put((long) kept << 32 | keptRow, (long) from << 32 | (to & 0xFFFF_FFFFL));
        }
    }

    /** Paying account by its new number, with what another report of the same transfer added. */
    int from(int part, int row) {
        if (!completions.isEmpty()) {
            Long completion = completions.get((long) part << 32 | row);
            if (completion != null) {
                return (int) (completion >> 32);
            }
        }
        return account(part, parts.get(part).from().get(row));
    }

    /** Receiving account by its new number, with what another report of the same transfer added. */
    int to(int part, int row) {
        if (!completions.isEmpty()) {
            Long completion = completions.get((long) part << 32 | row);
            if (completion != null) {
                return completion.intValue();
            }
        }
        return account(part, parts.get(part).to().get(row));
    }

    private boolean isSameTransfer(int part, int row, int other, int otherRow) {
        var a = parts.get(part);
        var b = parts.get(other);
        return a.amount().get(row) == b.amount().get(otherRow)
                && Math.abs(a.time().get(row) - b.time().get(otherRow)) <= MOST_SKEW_MILLIS
                && agree(from(part, row), from(other, otherRow))
                && agree(to(part, row), to(other, otherRow))
                && currency(a, row).equals(currency(b, otherRow));
    }

    private int account(int part, int local) {
        return local < 0 ? TransferPart.OUTSIDE : accounts.get(part)[local];
    }

    /** One side may not name the other. */
    private static boolean agree(int one, int other) {
        return one == other || one == TransferPart.OUTSIDE || other == TransferPart.OUTSIDE;
    }

    private static String currency(Part part, int row) {
        return part.currencies().get(part.marks().get(row) & TransferPart.CURRENCY_MASK);
    }
}
