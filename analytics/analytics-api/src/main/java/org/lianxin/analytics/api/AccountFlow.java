package org.lianxin.analytics.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the flow. Taint received = passed on + resting + cashed out + at hub + beyond the horizon, to the cent.
 *
 * @param layer distance from the victims; a victim's own account is 0
 * @param firstIn when taint first arrived; missing for a victim's account that nothing came back to
 * @param receivedCents all that the account received in the interval
 * @param atHubCents taint that stopped because the account is a hub
 * @param beyondHorizonCents taint that stopped because the account lies in the last layer
 * @param rank 1 for the account that received the most taint
 */
public record AccountFlow(
        String account,
        int layer,
        @Nullable Instant firstIn,
        long receivedCents,
        long taintedReceivedCents,
        long taintedPassedOnCents,
        long taintedRestingCents,
        long cashedOutCents,
        long atHubCents,
        long beyondHorizonCents,
        int rank) {}
