package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the texts of all parts anew, in order of (key, bytes): the same texts get the same numbers however the files were
 * cut, ordered or shared among threads. Every part's texts are in that order already, so all of them stream by once.
 */
final class TextMerge {
    private final List<Part.LocalTexts> parts;
    private final int[][] renumbered;
    /** Of each part: its next text, and the key of that. */
    private final int[] cursor;

    private final long[] key;
    /** Parts that have texts left, as a heap: none is before the one at (place - 1) / 2. */
    private final int[] heap;

    private int heapSize;
    /** Of each number: a part that has the text, and where. */
    private int[] partOf = new int[1 << 10];

    private int[] placeOf = new int[1 << 10];
    private int distinct;
    private long bytes;

    TextMerge(List<Part.LocalTexts> parts) {
        this.parts = parts;
        renumbered = new int[parts.size()][];
        cursor = new int[parts.size()];
        key = new long[parts.size()];
        heap = new int[parts.size()];
        for (int part = 0; part < parts.size(); part++) {
            renumbered[part] = new int[parts.get(part).size()];
            if (renumbered[part].length > 0) {
                key[part] = parts.get(part).keys().get(0);
                heap[heapSize++] = part;
            }
        }
        for (int place = heapSize / 2 - 1; place >= 0; place--) {
            sink(place);
        }
        number();
    }

    /** New numbers of a part's texts: they ascend. */
    int[] numbersOf(int part) {
        return renumbered[part];
    }

    int size() {
        return distinct;
    }

    /** Writes the texts in their new order. */
    void write(Columns columns, String name) throws IOException {
        var keys = columns.createLongs(name + "-key.i64", distinct);
        var ends = columns.createLongs(name + "-end.i64", distinct);
        var texts = columns.create(name + ".utf8", bytes);
        long at = 0;
        for (int number = 0; number < distinct; number++) {
            var local = parts.get(partOf[number]);
            int place = placeOf[number];
            long length = local.end(place) - local.start(place);
            MemorySegment.copy(local.heap(), local.start(place), texts, at, length);
            at += length;
            keys.set(number, local.keys().get(place));
            ends.set(number, at);
        }
    }

    private void number() {
        while (heapSize > 0) {
            int part = heap[0];
            if (distinct == 0 || isNew(part)) {
                add(part);
            }
            renumbered[part][cursor[part]] = distinct - 1;
            if (++cursor[part] < renumbered[part].length) {
                key[part] = parts.get(part).keys().get(cursor[part]);
            } else {
                heap[0] = heap[--heapSize];
            }
            sink(0);
        }
    }

    private boolean isNew(int part) {
        int last = partOf[distinct - 1];
        int place = placeOf[distinct - 1];
        return parts.get(last).keys().get(place) != key[part]
                || (!TextKey.isWhole(key[part]) && compareBytes(last, place, part, cursor[part]) != 0);
    }

    private void add(int part) {
        if (distinct == partOf.length) {
            partOf = Arrays.copyOf(partOf, distinct * 2);
            placeOf = Arrays.copyOf(placeOf, distinct * 2);
        }
        partOf[distinct] = part;
        placeOf[distinct++] = cursor[part];
        bytes += parts.get(part).end(cursor[part]) - parts.get(part).start(cursor[part]);
    }

    /** Moves the part at the place down to where it belongs. */
    private void sink(int from) {
        int place = from;
        int part = heap[place];
        for (int child = 2 * place + 1; child < heapSize; child = 2 * place + 1) {
            if (child + 1 < heapSize && compare(heap[child + 1], heap[child]) < 0) {
                child++;
            }
            if (compare(part, heap[child]) <= 0) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = part;
    }

    private int compare(int left, int right) {
        if (key[left] != key[right] || TextKey.isWhole(key[left])) {
            return Long.compare(key[left], key[right]);
        }
        return compareBytes(left, cursor[left], right, cursor[right]);
    }

    private int compareBytes(int leftPart, int left, int rightPart, int right) {
        var a = parts.get(leftPart);
        var b = parts.get(rightPart);
        return Bytes.compare(a.heap(), a.start(left), a.end(left), b.heap(), b.start(right), b.end(right));
    }
}
