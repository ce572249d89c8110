package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.IntSort;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.RadixSort;

/**
 * Brings the rows of all parts into one order by (time, transaction id): cuts time into ranges that fit into memory, and
 * sorts and writes range by range, several at once.
 */
final class TransferMerge {
    private static final int SAMPLES_PER_PART = 4096;

    private final List<PartOfSource> parts;
    private final DuplicateFinder duplicates;
    private final List<Relabel> relabels;
    private final BitSet[] dropped;
    private long rows;
    private LongColumn time = LongColumn.of();
    private LongColumn amount = LongColumn.of();
    private LongColumn origin = LongColumn.of();
    private LongColumn balance = LongColumn.of();
    private LongColumn idEnd = LongColumn.of();
    private IntColumn from = IntColumn.of();
    private IntColumn to = IntColumn.of();
    private IntColumn marks = IntColumn.of();
    private MemorySegment ids = MemorySegment.NULL;
    private boolean hasBalance;

    /** A part with the number of its source and of the line before its first. */
    record PartOfSource(Part part, int source, long linesBefore) {}

    TransferMerge(List<PartOfSource> parts, DuplicateFinder duplicates, List<Relabel> relabels) {
        this.parts = parts;
        this.duplicates = duplicates;
        this.relabels = relabels;
        dropped = new BitSet[parts.size()];
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = new BitSet();
            dropped[i].or(duplicates.duplicates(i));
            dropped[i].or(duplicates.conflicts(i));
        }
    }

    /** Rows and bytes of ids that come before a range, and the rows of each part in it. */
    private record Range(int[] starts, int[] ends, long rowBase, long idBase) {}

    long run(Columns columns, int rowsPerRange, ExecutorService pool, Progress progress) throws IOException {
        List<Range> ranges = ranges(rowsPerRange);
        long idBytes = ranges.getLast().idBase;
        rows = ranges.removeLast().rowBase;
        create(columns, idBytes);
        Together.run(pool, ranges, range -> write(range, progress));
        return rows;
    }

    private void create(Columns columns, long idBytes) throws IOException {
        hasBalance = parts.stream().anyMatch(part -> part.part.hasBalance());
        time = columns.createLongs(Columns.TIME, rows);
        amount = columns.createLongs(Columns.AMOUNT, rows);
        origin = columns.createLongs(Columns.ORIGIN, rows);
        idEnd = columns.createLongs(Columns.ID_END, rows);
        from = columns.createInts(Columns.FROM, rows);
        to = columns.createInts(Columns.TO, rows);
        marks = columns.createInts(Columns.MARKS, rows);
        ids = columns.create(Columns.IDS, idBytes);
        if (hasBalance) {
            balance = columns.createLongs(Columns.BALANCE, rows);
        }
    }

    /** The last range is empty and holds the totals. */
    private List<Range> ranges(int rowsPerRange) {
        long[] cuts = cuts(rowsPerRange);
        var ranges = new ArrayList<Range>();
        int[] starts = new int[parts.size()];
        long rowBase = 0;
        long idBase = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int[] ends = new int[parts.size()];
            long kept = 0;
            long bytes = 0;
            for (int p = 0; p < ends.length; p++) {
                var part = parts.get(p).part;
                ends[p] = i == cuts.length ? part.rows() : (int) part.time().lowerBound(0, part.rows(), cuts[i]);
                kept += ends[p] - starts[p];
                bytes += part.idStart(ends[p]) - part.idStart(starts[p]);
                for (int row = dropped[p].nextSetBit(starts[p]);
                        row >= 0 && row < ends[p];
                        row = dropped[p].nextSetBit(row + 1)) {
                    kept--;
                    bytes -= part.idEnd().get(row) - part.idStart(row);
                }
            }
            ranges.add(new Range(starts, ends, rowBase, idBase));
            rowBase += kept;
            idBase += bytes;
            starts = ends;
        }
        ranges.add(new Range(starts, starts, rowBase, idBase));
        return ranges;
    }

    /** Times that cut the whole into about equal ranges. */
    private long[] cuts(int rowsPerRange) {
        long all = 0;
        long[] samples = new long[parts.size() * SAMPLES_PER_PART];
        int count = 0;
        for (var part : parts) {
            int size = part.part.rows();
            all += size;
            int taken = Math.min(size, SAMPLES_PER_PART);
            for (int i = 0; i < taken; i++) {
                samples[count++] = part.part.time().get((long) size * i / taken);
            }
        }
        java.util.Arrays.sort(samples, 0, count);
        int ranges = (int) Math.max(1, (all + rowsPerRange - 1) / rowsPerRange);
        int at = count;
        return java.util.stream.IntStream.range(1, ranges)
                .mapToLong(i -> samples[(int) ((long) at * i / ranges)])
                .distinct()
                .toArray();
    }

    private void write(Range range, Progress progress) {
        int count = 0;
        for (int p = 0; p < parts.size(); p++) {
            count += range.ends[p] - range.starts[p];
        }
        var rowsOfRange = new RowsOfRange(count);
        for (int p = 0; p < parts.size(); p++) {
            gather(p, range.starts[p], range.ends[p], rowsOfRange);
        }
        int[] order = ordered(rowsOfRange);
        long idAt = range.idBase;
        for (int i = 0; i < order.length; i++) {
            idAt = write(range.rowBase + i, rowsOfRange, order[i], idAt);
        }
        progress.at("index", range.rowBase + order.length, rows);
    }

    /** The rows of a range that stay, part by part, so that each part's numbers of accounts are in the cache by turns. */
    private static final class RowsOfRange {
        private final long[] time;
        private final int[] part;
        private final int[] row;
        private final int[] from;
        private final int[] to;
        private int kept;

        private RowsOfRange(int count) {
            time = new long[count];
            part = new int[count];
            row = new int[count];
            from = new int[count];
            to = new int[count];
        }
    }

    private void gather(int p, int start, int end, RowsOfRange into) {
        var column = parts.get(p).part.time();
        int at = into.kept;
        for (int row = start; row < end; row++) {
            if (!dropped[p].get(row)) {
                into.time[at] = column.get(row);
                into.part[at] = p;
                into.row[at] = row;
                into.from[at] = duplicates.from(p, row);
                into.to[at++] = duplicates.to(p, row);
            }
        }
        into.kept = at;
    }

    private int[] ordered(RowsOfRange rows) {
        int count = rows.kept;
        int[] order = RadixSort.order(rows.time, count);
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && rows.time[order[to]] == rows.time[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                IntSort.sort(order, from, to, (left, right) -> compareIds(rows, left, right));
            }
            from = to;
        }
        return order;
    }

    private int compareIds(RowsOfRange rows, int one, int other) {
        var a = parts.get(rows.part[one]).part;
        var b = parts.get(rows.part[other]).part;
        int left = rows.row[one];
        int right = rows.row[other];
        return Bytes.compare(
                a.ids(),
                a.idStart(left),
                a.idEnd().get(left),
                b.ids(),
                b.idStart(right),
                b.idEnd().get(right));
    }

    private long write(long target, RowsOfRange rows, int at, long idAt) {
        int row = rows.row[at];
        var source = parts.get(rows.part[at]);
        var part = source.part;
        long idStart = part.idStart(row);
        long idLength = part.idEnd().get(row) - idStart;
        MemorySegment.copy(part.ids(), idStart, ids, idAt, idLength);
        idEnd.set(target, idAt + idLength);
        time.set(target, rows.time[at]);
        amount.set(target, part.amount().get(row));
        from.set(target, rows.from[at]);
        to.set(target, rows.to[at]);
        marks.set(target, relabels.get(rows.part[at]).apply(part.marks().get(row)));
        origin.set(
                target,
                (long) source.source << 40 | source.linesBefore + part.line().get(row));
        if (hasBalance) {
            balance.set(target, part.hasBalance() ? part.balance().get(row) : TransferPart.NO_BALANCE);
        }
        return idAt + idLength;
    }
}
