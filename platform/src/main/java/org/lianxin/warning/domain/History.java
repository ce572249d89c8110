package org.lianxin.warning.domain;

import java.time.Duration;
import java.time.Instant;

/** WA-07: history is not work (decision 17). What is older than 72 hours when it comes in makes figures, no orders and no messages. */
public final class History {

    public static final Duration WORK = Duration.ofDays(3);

    private History() {}

    public static boolean is(Instant occurredAt, Instant now) {
        return occurredAt.isBefore(now.minus(WORK));
    }
}
