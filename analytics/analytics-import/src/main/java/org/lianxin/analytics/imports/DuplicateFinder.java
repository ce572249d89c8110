package org.lianxin.analytics.imports;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows with the transaction id of another row: the other side's report of the same transfer, the same file twice, or
 * a different transfer under the same number. Of several the earliest stays, of equals the first in order of source and
 * line. Works shard by shard over the ids' hashes, so that memory has a bound.
 */
final class DuplicateFinder {
    /** Clocks and booking times of two banks differ; but a number that comes back another day is another transfer's. */
    private static final long MOST_SKEW_MILLIS = 86_400_000L;

    private final List<Part> parts;
    private final List<int[]> accounts;
    private final BitSet[] duplicates;
    private final BitSet[] conflicts;
    private final int shardBits;
    private final long rows;
    private final Map<Long, Long> completions = new HashMap<>();
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
        for (int part = 0; part < parts.size(); part++) {
            duplicates[part] = new BitSet();
            conflicts[part] = new BitSet();
        }
        rows = parts.stream().mapToLong(Part::rows).sum();
        int bits = 0;
        while ((rows * SameHash.BYTES_PER_ROW) >> bits > memoryBytes && bits < 12) {
            bits++;
        }
        shardBits = bits;
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
        var hashes = parts.stream().map(Part::hash).toList();
        var same = new SameHash(rows, shardBits);
        for (int shard = 0; shard < 1 << shardBits; shard++) {
            same.run(hashes, shard, this::meet);
        }
    }

    private boolean meet(SameHash.Found rows, int first, int other) {
        int part = rows.part(other);
        int row = rows.row(other);
        if (!isSameId(part, row, rows.part(first), rows.row(first))) {
            return false;
        }
        if (decide(part, row, rows.part(first), rows.row(first))) {
            rows.swap(first, other);
        }
        return true;
    }

    private boolean isSameId(int part, int row, int other, int otherRow) {
        var a = parts.get(part);
        var b = parts.get(other);
        return Bytes.compare(
                        a.ids(),
                        a.idStart(row),
                        a.idEnd().get(row),
                        b.ids(),
                        b.idStart(otherRow),
                        b.idEnd().get(otherRow))
                == 0;
    }

    /** Whether the row is earlier than the other, which then is the one that does not stay. */
    private boolean decide(int part, int row, int other, int otherRow) {
        boolean earlier =
                parts.get(part).time().get(row) < parts.get(other).time().get(otherRow);
        boolean same = isSameTransfer(part, row, other, otherRow);
        BitSet[] kind = same ? duplicates : conflicts;
        kind[earlier ? other : part].set(earlier ? otherRow : row);
        if (same) {
            skewed += parts.get(part).time().get(row) != parts.get(other).time().get(otherRow) ? 1 : 0;
            completed(part, row, other, otherRow, earlier);
        }
        return earlier;
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
