package org.lianxin.analytics.imports;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Comparing stretches of bytes, unsigned. */
final class Bytes {
    /** The first byte counts most. */
    private static final ValueLayout.OfLong EIGHT = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    static int compare(MemorySegment a, long aStart, long aEnd, MemorySegment b, long bStart, long bEnd) {
        long length = Math.min(aEnd - aStart, bEnd - bStart);
        long i = 0;
        for (; i + 8 <= length; i += 8) {
            long left = a.get(EIGHT, aStart + i);
            long right = b.get(EIGHT, bStart + i);
            if (left != right) {
                return Long.compareUnsigned(left, right);
            }
        }
        for (; i < length; i++) {
            int difference = (a.get(ValueLayout.JAVA_BYTE, aStart + i) & 0xFF)
                    - (b.get(ValueLayout.JAVA_BYTE, bStart + i) & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(aEnd - aStart, bEnd - bStart);
    }
}
