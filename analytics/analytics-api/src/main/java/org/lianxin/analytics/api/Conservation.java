package org.lianxin.analytics.api;

/** Where the traced money is. No cent appears or vanishes: the constructor refuses figures that do not add up. */
public record Conservation(
        long inCents, long restingCents, long cashedOutCents, long atHubCents, long beyondHorizonCents) {
    public Conservation {
        long out = Math.addExact(
                Math.addExact(restingCents, cashedOutCents), Math.addExact(atHubCents, beyondHorizonCents));
        if (inCents != out) {
            throw new IllegalStateException(
                    "Money is not conserved: in %d, resting %d, cashed out %d, at hubs %d, beyond the horizon %d"
                            .formatted(inCents, restingCents, cashedOutCents, atHubCents, beyondHorizonCents));
        }
    }
}
