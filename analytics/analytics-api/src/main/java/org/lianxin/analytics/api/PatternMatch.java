package org.lianxin.analytics.api;

import java.time.Instant;
import java.util.List;

/**
 * One pattern found.
 *
 * @param centre the account it is about; of a cycle the one whose transfer comes first
 * @param accounts the other accounts, in the order of the money for a cycle, sorted otherwise
 * @param inCents what came in, of a cycle what left the centre
 * @param outCents what went out, of a cycle what came back
 * @param transactionIds the evidence, in order of time
 * @param identifiers what the accounts share, as {@code kind:value}, sorted; none for patterns of transfers alone
 */
public record PatternMatch(
        String centre,
        List<String> accounts,
        Instant from,
        Instant to,
        long inCents,
        long outCents,
        List<String> transactionIds,
        List<String> identifiers) {
    public PatternMatch {
        accounts = List.copyOf(accounts);
        transactionIds = List.copyOf(transactionIds);
        identifiers = List.copyOf(identifiers);
    }
}
