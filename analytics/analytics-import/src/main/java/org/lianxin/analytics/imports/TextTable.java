package org.lianxin.analytics.imports;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.lianxin.analytics.core.LongColumn;

/** Texts by number, and numbers by text: the texts lie in order of their keys, equal keys in order of their bytes. */
public record TextTable(LongColumn keys, LongColumn ends, MemorySegment heap) {
    public int size() {
        return Math.toIntExact(keys.size());
    }

    /** The text of a number. */
    public String get(int id) {
        long start = id == 0 ? 0 : ends.get(id - 1);
        return new String(
                heap.asSlice(start, ends.get(id) - start).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The number of a text; negative if it is not there. */
    public int find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long key = TextKey.of(bytes, 0, bytes.length);
        for (long id = keys.lowerBound(0, keys.size(), key); id < keys.size() && keys.get(id) == key; id++) {
            if (get((int) id).equals(text)) {
                return (int) id;
            }
        }
        return -1;
    }
}
