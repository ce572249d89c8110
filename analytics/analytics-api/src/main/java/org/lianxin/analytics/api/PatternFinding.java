package org.lianxin.analytics.api;

import java.util.List;

/**
 * All patterns of a kind, in order of time, then of transaction id.
 *
 * @param hubs accounts that were not looked into because they have too many transfers
 */
public record PatternFinding(PatternSpec spec, List<PatternMatch> matches, List<String> hubs, String checksum) {
    public PatternFinding {
        matches = List.copyOf(matches);
        hubs = List.copyOf(hubs);
    }
}
