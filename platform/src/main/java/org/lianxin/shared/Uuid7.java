package org.lianxin.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered ids (RFC 9562, version 7): milliseconds, then a counter and randomness, never decreasing in one process. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastStamp;

    private Uuid7() {}

    /** A new id; ids made later in this process compare greater. Safe for use by many threads. */
    public static UUID next() {
        long stamp = nextStamp();
        long millis = stamp >>> 12;
        long most = (millis << 16) | 0x7000L | (stamp & 0xFFFL);
        long least = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static synchronized long nextStamp() {
        lastStamp = Math.max(lastStamp + 1, System.currentTimeMillis() << 12);
        return lastStamp;
    }
}
