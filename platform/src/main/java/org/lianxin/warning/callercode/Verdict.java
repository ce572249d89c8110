package org.lianxin.warning.callercode;

import java.time.Instant;

/** What a citizen is told. Forged, expired, used and mistyped codes get the same answer. */
public sealed interface Verdict {

    /**
     * @param staffNumberTail the last two characters of the caller's staff number, to ask the caller for
     * @param at when it was checked; the code is used up
     */
    record Genuine(String unitName, String staffNumberTail, String purpose, Instant at) implements Verdict {}

    /** @param triesLeft for these four digits from this address, for ten minutes */
    record NotGenuine(int triesLeft) implements Verdict {}

    /** Too many questions just now; nothing is said about the code, which stays as it is. */
    record AskLater(long seconds) implements Verdict {}
}
