package org.lianxin.analytics.core.pattern;

import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.TransferTable;

/** The case as a search for patterns sees it. */
public record Money(TransferTable transfers, Adjacency outgoing, Adjacency incoming) {
    int from(int transfer) {
        return transfers.from().get(transfer);
    }

    int to(int transfer) {
        return transfers.to().get(transfer);
    }

    long amount(int transfer) {
        return transfers.amount().get(transfer);
    }

    long time(int transfer) {
        return transfers.time().get(transfer);
    }

    boolean isLookedAt(int transfer, long minCents) {
        return amount(transfer) >= minCents && from(transfer) != to(transfer);
    }
}
