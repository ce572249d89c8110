package org.lianxin.analytics.core.pattern;

import java.util.BitSet;
import org.lianxin.analytics.core.LongColumn;

/**
 * Who holds accounts, when they were opened, and from which devices they are used.
 *
 * @param pairs account above, identifier below, ascending
 * @param firstSeen of each pair in epoch milliseconds; {@link #UNKNOWN} where nothing says when
 * @param opened of each account; {@link #UNKNOWN} where nothing says when
 * @param holders identifiers that are persons or companies
 * @param devices identifiers that are devices
 */
public record Cards(LongColumn pairs, LongColumn firstSeen, LongColumn opened, BitSet holders, BitSet devices) {
    /** No time is known. */
    public static final long UNKNOWN = Long.MAX_VALUE;
}
