package org.lianxin.analytics.api;

/**
 * A payment by a victim, from which tracing starts.
 *
 * @param transactionId of the payment
 * @param amountCents how much of it is the victim's; {@link #WHOLE} for all of it
 */
public record Seed(String transactionId, long amountCents) {
    /** The whole payment. */
    public static final long WHOLE = -1;

    public Seed {
        if (amountCents < WHOLE) {
            throw new IllegalArgumentException("A seed cannot carry a negative amount: " + amountCents);
        }
    }
}
