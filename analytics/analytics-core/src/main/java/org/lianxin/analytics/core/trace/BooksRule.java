package org.lianxin.analytics.core.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.LongColumn;

/**
 * FIFO and haircut keep the account's books: all that came and went, tainted or not. The books are written up only when
 * taint arrives or leaves.
 */
final class BooksRule implements Tracer.Rule {
    private final Flow flow;
    private final IntHeap events;
    private final Map<Integer, Long> seeds;
    private final @Nullable LongColumn opening;
    private final boolean fifo;
    private final Pieces ignored = new Pieces();

    BooksRule(Flow flow, IntHeap events, Map<Integer, Long> seeds, @Nullable LongColumn opening, boolean fifo) {
        this.flow = flow;
        this.events = events;
        this.seeds = seeds;
        this.opening = opening;
        this.fifo = fifo;
    }

    @Override
    public void arrived(Holding holding, int transfer, Pieces payment) {
        writeUp(holding, transfer);
        holding.nextIn = flow.incomingBefore(holding.account, transfer + 1);
        holding.tainted = Math.addExact(holding.tainted, payment.tainted());
        if (fifo) {
            payment.move(flow.amount(transfer), holding.queue);
        } else {
            holding.clean = Math.addExact(holding.clean, flow.amount(transfer) - payment.tainted());
        }
        await(holding, transfer);
    }

    @Override
    public void pay(Holding payer, int transfer, long amount, Pieces payment) {
        if (payer.tainted == 0) {
            payer.waiting = false;
            return;
        }
        writeUp(payer, transfer);
        payer.nextOut = flow.outgoingBefore(payer.account, transfer + 1);
        long before = payment.tainted();
        take(payer, amount, payment);
        payer.tainted -= payment.tainted() - before;
        payer.waiting = false;
        await(payer, transfer);
    }

    private void take(Holding payer, long amount, Pieces payment) {
        if (fifo) {
            payer.queue.move(amount, payment);
            return;
        }
        long taint = Shares.part(payer.tainted, amount, Math.addExact(payer.clean, payer.tainted));
        payer.clean -= Math.min(payer.clean, amount - taint);
        payment.add(taint, true);
        payment.add(amount - taint, false);
    }

    /** The next payment that may carry taint becomes an event; one at a time for each account. */
    private void await(Holding holding, int transfer) {
        if (holding.tainted == 0 || holding.waiting) {
            return;
        }
        int degree = flow.outDegree(holding.account);
        for (int k = Math.max(holding.nextOut, flow.outgoingBefore(holding.account, transfer + 1)); k < degree; k++) {
            int next = flow.outgoing(holding.account, k);
            if (flow.payee(next) != holding.account) {
                holding.waiting = true;
                events.add(next);
                return;
            }
        }
    }

    /** Enters all that came and went, untainted, since the last entry and before the transfer. */
    private void writeUp(Holding holding, int transfer) {
        int account = holding.account;
        if (holding.nextIn == 0 && holding.nextOut == 0 && opening != null && opening.get(account) > 0) {
            enter(holding, opening.get(account));
        }
        int inEnd = flow.incomingBefore(account, transfer);
        int outEnd = flow.outgoingBefore(account, transfer);
        int in = holding.nextIn;
        int out = holding.nextOut;
        while (in < inEnd || out < outEnd) {
            boolean comes = out >= outEnd || (in < inEnd && flow.incoming(account, in) < flow.outgoing(account, out));
            int entry = comes ? flow.incoming(account, in++) : flow.outgoing(account, out++);
            if (flow.payer(entry) == flow.payee(entry)) {
                continue;
            }
            if (comes) {
                enter(holding, flow.amount(entry));
            } else {
                leave(holding, flow.amount(entry) - seeds.getOrDefault(entry, 0L));
            }
        }
        holding.nextIn = Math.max(holding.nextIn, inEnd);
        holding.nextOut = Math.max(holding.nextOut, outEnd);
    }

    private void enter(Holding holding, long amount) {
        if (fifo) {
            holding.queue.add(amount, false);
        } else {
            holding.clean = Math.addExact(holding.clean, amount);
        }
    }

    private void leave(Holding holding, long amount) {
        if (fifo) {
            ignored.clear();
            holding.queue.move(amount, ignored);
        } else {
            holding.clean -= Math.min(holding.clean, amount);
        }
    }
}
