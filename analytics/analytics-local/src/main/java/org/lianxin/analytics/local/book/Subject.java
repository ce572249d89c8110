package org.lianxin.analytics.local.book;

import java.util.List;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;

/**
 * What has a page of its own: accounts that share something, or one account alone.
 *
 * @param identifiers what the accounts share
 * @param flows their part in the flow of the victims' money
 * @param edges tainted transfers in and out
 * @param patterns in which they are the centre
 */
record Subject(
        List<String> accounts,
        List<String> identifiers,
        List<AccountFlow> flows,
        List<FlowEdge> edges,
        List<Pattern> patterns) {
    /** A pattern with its name. */
    record Pattern(PatternKind kind, PatternMatch match) {}

    long taintedReceived() {
        return flows.stream().mapToLong(AccountFlow::taintedReceivedCents).sum();
    }

    long inPatterns() {
        return patterns.stream().mapToLong(pattern -> pattern.match().inCents()).sum();
    }

    String name() {
        return accounts.getFirst() + (accounts.size() > 1 ? " 等 " + accounts.size() + " 个账户" : "");
    }
}
