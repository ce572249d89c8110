package org.lianxin.analytics.core;

/**
 * All transfers of a case in order of (time, transaction id).
 *
 * @param accounts how many accounts there are
 * @param time epoch milliseconds, ascending
 * @param from paying account; {@link #OUTSIDE} for cash paid in
 * @param to receiving account; {@link #OUTSIDE} for cash taken out
 * @param amount cents, never negative
 */
public record TransferTable(int accounts, LongColumn time, IntColumn from, IntColumn to, LongColumn amount) {
    /** Not an account: cash, or somebody the statement does not name. */
    public static final int OUTSIDE = -1;

    /** How many transfers there are. */
    public int size() {
        return Math.toIntExact(time.size());
    }

    /** Number of the first transfer at or after the moment. */
    public int firstAtOrAfter(long epochMillis) {
        return Math.toIntExact(time.lowerBound(0, time.size(), epochMillis));
    }
}
