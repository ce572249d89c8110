package org.lianxin.analytics.imports;

import java.io.IOException;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;

/**
 * Calls in order of time. Only that there was a call: nothing of what was said is in a case.
 *
 * @param time epoch milliseconds
 * @param from identifier of the calling number
 * @param to identifier of the called number
 */
public record CallTable(LongColumn time, IntColumn from, IntColumn to, IntColumn seconds, LongColumn origin) {
    static CallTable of(Columns columns) throws IOException {
        if (!columns.has(Columns.CALL_TIME)) {
            return new CallTable(LongColumn.of(), IntColumn.of(), IntColumn.of(), IntColumn.of(), LongColumn.of());
        }
        return new CallTable(
                columns.longs(Columns.CALL_TIME),
                columns.ints(Columns.CALL_FROM),
                columns.ints(Columns.CALL_TO),
                columns.ints(Columns.CALL_SECONDS),
                columns.longs(Columns.CALL_ORIGIN));
    }

    /** How many calls there are. */
    public int size() {
        return Math.toIntExact(time.size());
    }
}
