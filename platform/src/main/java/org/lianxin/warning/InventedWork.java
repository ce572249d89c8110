package org.lianxin.warning;

import org.lianxin.organisation.Units.UnitRef;

/** Invented warnings for an instance stamped DEMO or BENCH; throws {@link IllegalStateException} in production. */
public interface InventedWork {

    /** Whether any episode is there already. */
    boolean isBegun();

    /**
     * Closed episodes spread over the last {@code days}, content-free as after their retention: figures and repeats have a
     * past. The same seed makes the same past, relative to now.
     */
    void past(UnitRef city, int episodes, int days, long seed);

    /** Signals of the last hours through the ordinary intake: ranked, routed, ordered. */
    void today(UnitRef city, int signals, long seed);
}
