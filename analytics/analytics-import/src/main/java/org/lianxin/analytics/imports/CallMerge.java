package org.lianxin.analytics.imports;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.lianxin.analytics.core.IntSort;
import org.lianxin.analytics.core.RadixSort;

/** Brings the calls of all parts into one order and drops those that are told twice, as caller and callee do. */
final class CallMerge {
    private final List<TransferMerge.PartOfSource> parts;
    private final BitSet[] duplicates;
    private final long[] time;
    private final int[] from;
    private final int[] to;
    private final int[] seconds;
    private final int[] part;
    private final int[] row;

    /** @param identifiers new numbers of each part's identifiers */
    CallMerge(List<TransferMerge.PartOfSource> parts, List<int[]> identifiers) {
        this.parts = parts;
        duplicates = new BitSet[parts.size()];
        int total = 0;
        for (int p = 0; p < parts.size(); p++) {
            duplicates[p] = new BitSet();
            total = Math.addExact(total, parts.get(p).part().calls().size());
        }
        time = new long[total];
        from = new int[total];
        to = new int[total];
        seconds = new int[total];
        part = new int[total];
        row = new int[total];
        int at = 0;
        for (int p = 0; p < parts.size(); p++) {
            var calls = parts.get(p).part().calls();
            int[] numbers = identifiers.get(p);
            for (int i = 0; i < calls.size(); i++) {
                time[at] = calls.time().get(i);
                from[at] = numbers[(int) (calls.numbers().get(i) >>> 32)];
                to[at] = numbers[(int) calls.numbers().get(i)];
                seconds[at] = calls.seconds().get(i);
                part[at] = p;
                row[at++] = i;
            }
        }
    }

    /** Calls of the part, by place in it, that stand in the case already. */
    BitSet duplicates(int number) {
        return duplicates[number];
    }

    void write(Columns columns) throws IOException {
        if (time.length == 0) {
            return;
        }
        int[] order = order();
        int kept = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && compare(order[i - 1], order[i]) == 0) {
                duplicates[part[order[i]]].set(row[order[i]]);
            } else {
                order[kept++] = order[i];
            }
        }
        var times = columns.createLongs(Columns.CALL_TIME, kept);
        var callers = columns.createInts(Columns.CALL_FROM, kept);
        var callees = columns.createInts(Columns.CALL_TO, kept);
        var durations = columns.createInts(Columns.CALL_SECONDS, kept);
        var origins = columns.createLongs(Columns.CALL_ORIGIN, kept);
        for (int i = 0; i < kept; i++) {
            int call = order[i];
            var source = parts.get(part[call]);
            times.set(i, time[call]);
            callers.set(i, from[call]);
            callees.set(i, to[call]);
            durations.set(i, seconds[call]);
            origins.set(
                    i,
                    (long) source.source() << 40
                            | source.linesBefore()
                                    + source.part().calls().line().get(row[call]));
        }
    }

    /** Equal calls in order of source and line, so that the first is kept. */
    private int[] order() {
        int[] order = RadixSort.order(time, time.length);
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (end < order.length && time[order[end]] == time[order[start]]) {
                end++;
            }
            IntSort.sort(order, start, end, this::compare);
            start = end;
        }
        return order;
    }

    private int compare(int one, int other) {
        int byTime = Long.compare(time[one], time[other]);
        int byCaller = Integer.compare(from[one], from[other]);
        int byCallee = Integer.compare(to[one], to[other]);
        if (byTime != 0 || byCaller != 0) {
            return byTime != 0 ? byTime : byCaller;
        }
        return byCallee != 0 ? byCallee : Integer.compare(seconds[one], seconds[other]);
    }
}
