package org.lianxin.analytics.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small case in plain records, for tests.
 *
 * @param transfers in order of (time, id)
 * @param opened when accounts were opened, as far as known
 */
public record Evidence(List<Transfer> transfers, List<Shared> shared, Map<String, Instant> opened) {
    public Evidence {
        var sorted = new ArrayList<>(transfers);
        sorted.sort(Comparator.comparing(Transfer::time).thenComparing(Transfer::id));
        transfers = List.copyOf(sorted);
        shared = List.copyOf(shared);
        opened = Map.copyOf(opened);
    }

    /** Money from one account to another; an empty account is cash. */
    public record Transfer(String id, String from, String to, Instant time, long cents) {}

    /** An account has an identifier, {@code kind:value}, for all we know since a moment. */
    public record Shared(
            String account, String identifier, @Nullable Instant since) {}
}
