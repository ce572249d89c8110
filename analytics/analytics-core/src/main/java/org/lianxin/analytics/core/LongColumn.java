package org.lianxin.analytics.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Longs in an array or a mapped file. */
public final class LongColumn {
    private final MemorySegment data;

    private LongColumn(MemorySegment data) {
        this.data = data;
    }

    /** A view of the array. */
    public static LongColumn of(long... values) {
        return new LongColumn(MemorySegment.ofArray(values));
    }

    /** A view of memory in native byte order. */
    public static LongColumn over(MemorySegment data) {
        return new LongColumn(data);
    }

    public long size() {
        return data.byteSize() >>> 3;
    }

    public long get(long index) {
        return data.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    public void set(long index, long value) {
        data.setAtIndex(ValueLayout.JAVA_LONG, index, value);
    }

    /** The memory beneath. */
    public MemorySegment memory() {
        return data;
    }

    /** First index in [from, to) whose value is not below the bound; the values there must ascend. */
    public long lowerBound(long from, long to, long bound) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (get(middle) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
