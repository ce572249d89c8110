package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.lianxin.analytics.core.IntSort;
import org.lianxin.analytics.core.RadixSort;

/**
 * Numbers the texts of all parts anew, in order of (hash, bytes): the same texts get the same numbers however the files
 * were cut, ordered or shared among threads.
 */
final class TextMerge {
    private final List<Part.LocalTexts> parts;
    private final int[] partStart;
    private final int[][] renumbered;
    private final int[] order;
    private final long[] hashes;
    private int distinct;
    private long bytes;

    TextMerge(List<Part.LocalTexts> parts) {
        this.parts = parts;
        partStart = new int[parts.size() + 1];
        renumbered = new int[parts.size()][];
        for (int part = 0; part < parts.size(); part++) {
            int size = parts.get(part).size();
            partStart[part + 1] = Math.addExact(partStart[part], size);
            renumbered[part] = new int[size];
        }
        int all = partStart[parts.size()];
        hashes = new long[all];
        for (int part = 0; part < parts.size(); part++) {
            var local = parts.get(part).hashes();
            for (int id = 0; id < renumbered[part].length; id++) {
                hashes[partStart[part] + id] = local.get(id);
            }
        }
        order = RadixSort.order(hashes, all);
        number();
    }

    /** New numbers of a part's texts. */
    int[] numbersOf(int part) {
        return renumbered[part];
    }

    int size() {
        return distinct;
    }

    /** Writes the texts in their new order. */
    void write(Columns columns, String name) throws IOException {
        var hash = columns.createLongs(name + "-hash.i64", distinct);
        var end = columns.createLongs(name + "-end.i64", distinct);
        var heap = columns.create(name + ".utf8", bytes);
        int next = 0;
        long at = 0;
        for (int entry : order) {
            int part = partOf(entry);
            int id = entry - partStart[part];
            if (renumbered[part][id] == next) {
                var local = parts.get(part);
                long length = local.end(id) - local.start(id);
                MemorySegment.copy(local.heap(), local.start(id), heap, at, length);
                at += length;
                hash.set(next, hashes[entry]);
                end.set(next++, at);
            }
        }
    }

    private void number() {
        int from = 0;
        int next = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && hashes[order[to]] == hashes[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                IntSort.sort(order, from, to, this::compare);
            }
            for (int i = from; i < to; i++) {
                boolean isNew = i == from || compare(order[i - 1], order[i]) != 0;
                int part = partOf(order[i]);
                int id = order[i] - partStart[part];
                if (isNew) {
                    next++;
                    bytes += parts.get(part).end(id) - parts.get(part).start(id);
                }
                renumbered[part][id] = next - 1;
            }
            from = to;
        }
        distinct = next;
    }

    private int compare(int left, int right) {
        return compareTexts(partOf(left), left, partOf(right), right);
    }

    private int compareTexts(int leftPart, int left, int rightPart, int right) {
        var a = parts.get(leftPart);
        var b = parts.get(rightPart);
        int i = left - partStart[leftPart];
        int j = right - partStart[rightPart];
        return Bytes.compare(a.heap(), a.start(i), a.end(i), b.heap(), b.start(j), b.end(j));
    }

    private int partOf(int entry) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (partStart[middle] <= entry) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
