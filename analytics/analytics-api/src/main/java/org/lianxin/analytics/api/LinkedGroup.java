package org.lianxin.analytics.api;

import java.util.List;

/**
 * Accounts joined by what they share, directly or through one another.
 *
 * @param accounts sorted
 * @param identifiers what at least two of them share, as {@code kind:value}, sorted
 */
public record LinkedGroup(List<String> accounts, List<String> identifiers) {
    public LinkedGroup {
        accounts = List.copyOf(accounts);
        identifiers = List.copyOf(identifiers);
    }
}
