package org.lianxin.indicator;

import java.util.function.Supplier;

/** The figures as others may steer them. What they show is read over HTTP only. */
public interface Indicators {

    /**
     * Makes all facts and counts anew from the warnings themselves, as if everything had been listened to. Months that are frozen stay
     * frozen. Waits until nobody else counts; others who count wait for it.
     */
    void rebuild();

    /**
     * Fills an instance with a past: nothing is listened to meanwhile on this node; after it all is counted at once and the months that
     * have ended are frozen.
     */
    <T> T whileFilling(Supplier<T> filling);
}
