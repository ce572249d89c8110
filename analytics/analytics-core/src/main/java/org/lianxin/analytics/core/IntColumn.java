package org.lianxin.analytics.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Ints in an array or a mapped file. */
public final class IntColumn {
    private final MemorySegment data;

    private IntColumn(MemorySegment data) {
        this.data = data;
    }

    /** A view of the array. */
    public static IntColumn of(int... values) {
        return new IntColumn(MemorySegment.ofArray(values));
    }

    /** A view of memory in native byte order. */
    public static IntColumn over(MemorySegment data) {
        return new IntColumn(data);
    }

    public long size() {
        return data.byteSize() >>> 2;
    }

    public int get(long index) {
        return data.getAtIndex(ValueLayout.JAVA_INT, index);
    }

    public void set(long index, int value) {
        data.setAtIndex(ValueLayout.JAVA_INT, index, value);
    }

    /** The memory beneath. */
    public MemorySegment memory() {
        return data;
    }

    /** First index in [from, to) whose value is not below the bound; the values there must ascend. */
    public long lowerBound(long from, long to, int bound) {
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
