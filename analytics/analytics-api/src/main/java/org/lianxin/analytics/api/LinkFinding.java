package org.lianxin.analytics.api;

import java.util.List;

/**
 * Groups of two accounts or more, the largest first, then by first account.
 *
 * @param ignored identifiers over the limit, with how many accounts share each
 */
public record LinkFinding(LinkSpec spec, List<LinkedGroup> groups, List<IgnoredIdentifier> ignored, String checksum) {
    public LinkFinding {
        groups = List.copyOf(groups);
        ignored = List.copyOf(ignored);
    }

    /** An identifier that joined nobody because too many accounts share it. */
    public record IgnoredIdentifier(String identifier, int accounts) {}
}
