package org.lianxin.analytics.imports;

import java.util.List;
import org.lianxin.analytics.core.IntSort;

/**
 * Finds transfers that payer's and payee's statements both tell under ids of their own, so that no money counts twice: the
 * same accounts, amount and currency, at most {@value #MOST_APART_MILLIS} ms apart, each report matched with one of the
 * other side. The payer's stays. Works shard by shard, so that memory has a bound.
 */
final class TwoSides {
    private static final long MOST_APART_MILLIS = 300_000;
    private static final int BYTES_PER_ROW = 64;

    private final List<Part> parts;
    private final DuplicateFinder known;
    private final List<Relabel> relabels;
    private final int shards;
    private int count;
    private int[] part = new int[0];
    private int[] row = new int[0];
    private long[] ends = new long[0];
    private long[] amount = new long[0];
    private long[] time = new long[0];
    private int[] marks = new int[0];
    private long matched;

    TwoSides(List<Part> parts, DuplicateFinder known, List<Relabel> relabels, long memoryBytes) {
        this.parts = parts;
        this.known = known;
        this.relabels = relabels;
        long rows = parts.stream().mapToLong(Part::rows).sum();
        shards = Math.clamp(rows * BYTES_PER_ROW / memoryBytes + 1, 1, 4096);
    }

    /** Marks the payees' reports as duplicates and returns how many there are. */
    long drop() {
        for (int shard = 0; shard < shards; shard++) {
            count = 0;
            for (int p = 0; p < parts.size(); p++) {
                gather(p, shard);
            }
            match();
        }
        return matched;
    }

    private void gather(int p, int shard) {
        var source = parts.get(p);
        for (int r = 0; r < source.rows(); r++) {
            int mark = source.marks().get(r);
            if ((mark & TransferPart.ONE_SIDED) == 0
                    || known.duplicates(p).get(r)
                    || known.conflicts(p).get(r)) {
                continue;
            }
            int from = known.from(p, r);
            int to = known.to(p, r);
            long pair = (long) from << 32 | (to & 0xFFFF_FFFFL);
            if (from >= 0 && to >= 0 && from != to && Math.floorMod(Long.hashCode(pair), shards) == shard) {
                if (count == part.length) {
                    grow();
                }
                part[count] = p;
                row[count] = r;
                ends[count] = pair;
                amount[count] = source.amount().get(r);
                time[count] = source.time().get(r);
                marks[count++] = relabels.get(p).apply(mark);
            }
        }
    }

    private void grow() {
        int room = Math.max(1024, count * 2);
        part = java.util.Arrays.copyOf(part, room);
        row = java.util.Arrays.copyOf(row, room);
        ends = java.util.Arrays.copyOf(ends, room);
        amount = java.util.Arrays.copyOf(amount, room);
        time = java.util.Arrays.copyOf(time, room);
        marks = java.util.Arrays.copyOf(marks, room);
    }

    private void match() {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        IntSort.sort(order, 0, count, this::compare);
        int start = 0;
        while (start < count) {
            int end = start + 1;
            while (end < count && compareKind(order[start], order[end]) == 0) {
                end++;
            }
            match(order, start, end);
            start = end;
        }
    }

    private void match(int[] order, int start, int end) {
        int payer = next(order, start, end, 0);
        int payee = next(order, start, end, TransferPart.BALANCE_OF_PAYEE);
        while (payer < end && payee < end) {
            long apart = time[order[payer]] - time[order[payee]];
            boolean same = Math.abs(apart) <= MOST_APART_MILLIS;
            if (same) {
                known.duplicates(part[order[payee]]).set(row[order[payee]]);
                matched++;
            }
            payer = same || apart < 0 ? next(order, payer + 1, end, 0) : payer;
            payee = same || apart > 0 ? next(order, payee + 1, end, TransferPart.BALANCE_OF_PAYEE) : payee;
        }
    }

    private int next(int[] order, int from, int end, int side) {
        int at = from;
        while (at < end && (marks[order[at]] & TransferPart.BALANCE_OF_PAYEE) != side) {
            at++;
        }
        return at;
    }

    private int compareKind(int one, int other) {
        int byEnds = Long.compare(ends[one], ends[other]);
        int byAmount = Long.compare(amount[one], amount[other]);
        int byCurrency =
                Integer.compare(marks[one] & TransferPart.CURRENCY_MASK, marks[other] & TransferPart.CURRENCY_MASK);
        if (byEnds != 0) {
            return byEnds;
        }
        return byAmount != 0 ? byAmount : byCurrency;
    }

    /** At the same moment by id, so that the order of files does not matter. */
    private int compare(int one, int other) {
        int byKind = compareKind(one, other);
        int byTime = Long.compare(time[one], time[other]);
        if (byKind != 0 || byTime != 0) {
            return byKind != 0 ? byKind : byTime;
        }
        var a = parts.get(part[one]);
        var b = parts.get(part[other]);
        return Bytes.compare(
                a.ids(),
                a.idStart(row[one]),
                a.idEnd().get(row[one]),
                b.ids(),
                b.idStart(row[other]),
                b.idEnd().get(row[other]));
    }
}
