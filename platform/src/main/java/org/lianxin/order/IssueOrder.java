package org.lianxin.order;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;

/**
 * What to order.
 *
 * @param kind stable word: {@code call}, {@code visit}, {@code alarm}, {@code route}, {@code stop-payment}
 * @param title one line without personal data beyond masks, in the unit's language
 * @param detail further lines; may be missing
 * @param subject the case it is about
 * @param cause unique text that makes issuing idempotent, for example {@code warning/<episode>/visit/1}
 * @param toUnit the unit told to do it
 * @param toStaff the person told to do it; null leaves it to the unit
 * @param fromUnit who orders
 * @param dueWithin from now to the deadline
 * @param ladder id of the ladder that follows
 * @param urgency life and money in motion come first
 * @param rank 0..100 within the urgency, higher first
 */
public record IssueOrder(
        String kind,
        String title,
        @Nullable String detail,
        SubjectRef subject,
        String cause,
        UUID toUnit,
        @Nullable UUID toStaff,
        UUID fromUnit,
        Duration dueWithin,
        String ladder,
        Urgency urgency,
        int rank) {

    /** Colour and order of the boards follow from this. */
    public enum Urgency {
        LIFE,
        MONEY_IN_MOTION,
        HIGH,
        NORMAL
    }
}
