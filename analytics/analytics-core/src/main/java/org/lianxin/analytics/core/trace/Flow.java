package org.lianxin.analytics.core.trace;

import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.TransferTable;

/**
 * The case as a trace sees it, forwards or mirrored. Mirrored, the last transfer is number 0, payers are payees and time
 * runs backwards: a rule that follows money forwards then tells where it came from.
 */
public final class Flow {
    private final TransferTable transfers;
    private final Adjacency outgoing;
    private final Adjacency incoming;
    private final boolean mirrored;
    private final int last;

    private Flow(TransferTable transfers, Adjacency outgoing, Adjacency incoming, boolean mirrored) {
        this.transfers = transfers;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.mirrored = mirrored;
        last = transfers.size() - 1;
    }

    /** As it happened. */
    public static Flow forward(TransferTable transfers, Adjacency outgoing, Adjacency incoming) {
        return new Flow(transfers, outgoing, incoming, false);
    }

    /** Backwards in time. */
    public static Flow mirrored(TransferTable transfers, Adjacency outgoing, Adjacency incoming) {
        return new Flow(transfers, /* outgoing= */ incoming, /* incoming= */ outgoing, true);
    }

    /** From a number of this flow to the number in the case, and back. */
    public int turned(int transfer) {
        return mirrored ? last - transfer : transfer;
    }

    int payer(int transfer) {
        return mirrored ? transfers.to().get(last - transfer) : transfers.from().get(transfer);
    }

    int payee(int transfer) {
        return mirrored ? transfers.from().get(last - transfer) : transfers.to().get(transfer);
    }

    long amount(int transfer) {
        return transfers.amount().get(mirrored ? last - transfer : transfer);
    }

    long time(int transfer) {
        return mirrored
                ? -transfers.time().get(last - transfer)
                : transfers.time().get(transfer);
    }

    int outDegree(int account) {
        return (int) (outgoing.end(account) - outgoing.start(account));
    }

    int inDegree(int account) {
        return (int) (incoming.end(account) - incoming.start(account));
    }

    /** The account's k-th outgoing transfer. */
    int outgoing(int account, int k) {
        return nth(outgoing, account, k);
    }

    /** The account's k-th incoming transfer. */
    int incoming(int account, int k) {
        return nth(incoming, account, k);
    }

    /** How many of the account's outgoing transfers come before the given one. */
    int outgoingBefore(int account, int transfer) {
        return before(outgoing, account, transfer);
    }

    /** How many of the account's incoming transfers come before the given one. */
    int incomingBefore(int account, int transfer) {
        return before(incoming, account, transfer);
    }

    private int nth(Adjacency adjacency, int account, int k) {
        return mirrored
                ? last - adjacency.transfer(adjacency.end(account) - 1 - k)
                : adjacency.transfer(adjacency.start(account) + k);
    }

    private int before(Adjacency adjacency, int account, int transfer) {
        return (int)
                (mirrored
                        ? adjacency.end(account) - adjacency.positionFrom(account, last - transfer + 1)
                        : adjacency.positionFrom(account, transfer) - adjacency.start(account));
    }
}
