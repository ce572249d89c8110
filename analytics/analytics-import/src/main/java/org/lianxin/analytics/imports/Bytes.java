package org.lianxin.analytics.imports;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Comparing stretches of bytes, unsigned. */
final class Bytes {
    private Bytes() {}

    static int compare(MemorySegment a, long aStart, long aEnd, MemorySegment b, long bStart, long bEnd) {
        long length = Math.min(aEnd - aStart, bEnd - bStart);
        for (long i = 0; i < length; i++) {
            int difference = (a.get(ValueLayout.JAVA_BYTE, aStart + i) & 0xFF)
                    - (b.get(ValueLayout.JAVA_BYTE, bStart + i) & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(aEnd - aStart, bEnd - bStart);
    }
}
