package org.lianxin.analytics.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A small case in plain records, for tests.
 *
 * @param transfers in order of (time, id)
 */
public record Evidence(List<Transfer> transfers, List<Shared> shared) {
    public Evidence {
        var sorted = new ArrayList<>(transfers);
        sorted.sort(Comparator.comparing(Transfer::time).thenComparing(Transfer::id));
        transfers = List.copyOf(sorted);
        shared = List.copyOf(shared);
    }

    /** Money from one account to another; an empty account is cash. */
    public record Transfer(String id, String from, String to, Instant time, long cents) {}

    /** An account has an identifier, {@code kind:value}. */
    public record Shared(String account, String identifier) {}
}
