package org.lianxin.analytics.imports;

import java.util.Arrays;

/** Calls of one stretch of a file, as they were read. */
final class CallRows {
    int size;
    long[] time = new long[0];
    /** Calling number above, called number below, as identifiers of the part. */
    long[] numbers = new long[0];

    int[] seconds = new int[0];
    int[] line = new int[0];

    /** Callers and callees by other numbers. */
    long[] numbers(int[] renumbered) {
        long[] renamed = new long[size];
        for (int i = 0; i < size; i++) {
            renamed[i] = (long) renumbered[(int) (numbers[i] >>> 32)] << 32 | renumbered[(int) numbers[i]];
        }
        return renamed;
    }

    void add(long millis, long callerAndCallee, int duration, int lineNumber) {
        if (size == time.length) {
            int room = Math.max(16, size * 2);
            time = Arrays.copyOf(time, room);
            numbers = Arrays.copyOf(numbers, room);
            seconds = Arrays.copyOf(seconds, room);
            line = Arrays.copyOf(line, room);
        }
        time[size] = millis;
        numbers[size] = callerAndCallee;
        seconds[size] = duration;
        line[size++] = lineNumber;
    }
}
