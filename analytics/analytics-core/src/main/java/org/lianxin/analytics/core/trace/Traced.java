package org.lianxin.analytics.core.trace;

import java.util.List;

/** What a trace found, in numbers of the case. Accounts in no order, edges in the order of the flow. */
public record Traced(List<Account> accounts, List<Edge> edges, long inCents) {
    /** An account in the flow; {@code firstIn} is a transfer, negative if no taint came to it. */
    public record Account(
            int account,
            int layer,
            int firstIn,
            long allReceived,
            long received,
            long passedOn,
            long resting,
            long cashedOut,
            long atHub,
            long beyond,
            boolean hub) {}

    /** A transfer with the taint it carried. */
    public record Edge(int transfer, long taint, int layer) {}
}
