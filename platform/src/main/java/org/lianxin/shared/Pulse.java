package org.lianxin.shared;

import java.time.Duration;

/** The rounds of a thread that must not die: when the last one went well, and how often they failed since. */
public final class Pulse {

    private static final int EVERY = 1_000;

    private volatile long goodNanos = System.nanoTime();
    private int failures;

    /** A round went well. */
    public void good() {
        goodNanos = System.nanoTime();
        failures = 0;
    }

    /** A round failed; whether that is worth a line in the log: the first, second, fourth … in a row, then every thousandth. */
    public boolean failed() {
        failures++;
        return failures < EVERY ? Integer.bitCount(failures) == 1 : failures % EVERY == 0;
    }

    public Vital.Sign sign(String name, Duration most) {
        return new Vital.Sign(name, Duration.ofNanos(System.nanoTime() - goodNanos), most);
    }
}
