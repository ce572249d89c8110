package org.lianxin.analytics.core.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.LongColumn;

/**
 * Follows tainted money through the transfers in their order. Only accounts that hold taint are visited, so that a trace
 * costs what it finds and not what the case is large.
 */
public final class Tracer {
    private final Flow flow;
    private final TraceLimits limits;
    private final Rule rule;
    private final Map<Integer, Holding> holdings = new HashMap<>();
    private final List<Traced.Edge> edges = new ArrayList<>();
    private final IntHeap events = new IntHeap();
    private final Pieces payment = new Pieces();
    private final Map<Integer, Long> seeds;
    private long in;

    private Tracer(Flow flow, TraceLimits limits, Kind kind, Map<Integer, Long> seeds, @Nullable LongColumn opening) {
        this.flow = flow;
        this.limits = limits;
        this.seeds = seeds;
        rule = switch (kind) {
            case FIFO -> new BooksRule(flow, events, seeds, opening, true);
            case HAIRCUT -> new BooksRule(flow, events, seeds, opening, false);
            case WINDOWED -> new WindowedRule(flow, limits, events, seeds);
        };
    }

    /** How taint is shared out. */
    public enum Kind {
        FIFO,
        HAIRCUT,
        WINDOWED
    }

    /** What differs between the rules. */
    interface Rule {
        /** The account holds money that may leave. */
        void arrived(Holding holding, int transfer, Pieces payment);

        /** What the payer's own money contributes to the payment; it appends to the pieces. */
        void pay(Holding payer, int transfer, long amount, Pieces payment);
    }

    /**
     * Traces.
     *
     * @param seeds cents of the victims by transfer, in the numbers of the flow
     * @param opening balance of each account before its first transfer, negative where unknown; null if none is
     */
    public static Traced trace(
            Flow flow, TraceLimits limits, Kind kind, Map<Integer, Long> seeds, @Nullable LongColumn opening) {
        return new Tracer(flow, limits, kind, seeds, opening).run();
    }

    private Traced run() {
        seeds.keySet().forEach(events::add);
        int previous = -1;
        while (!events.isEmpty()) {
            int transfer = events.poll();
            if (transfer >= limits.end()) {
                break;
            }
            if (transfer != previous) {
                happen(transfer, seeds.getOrDefault(transfer, 0L));
            }
            previous = transfer;
        }
        return new Traced(
                List.copyOf(holdings.values().stream().map(this::summary).toList()), List.copyOf(edges), in);
    }

    private void happen(int transfer, long seed) {
        int from = flow.payer(transfer);
        int to = flow.payee(transfer);
        long amount = flow.amount(transfer);
        payment.clear();
        payment.add(seed, true);
        in = Math.addExact(in, seed);
        @Nullable Holding payer = from < 0 ? null : holdings.get(from);
        if (payer == null && from >= 0) {
            payer = hold(from, 0);
        }
        if (payer != null && seed > 0) {
            payer.layer = 0;
        }
        if (from != to && payer != null) {
            rule.pay(payer, transfer, amount - seed, payment);
        }
        long taint = payment.tainted();
        if (taint == 0) {
            return;
        }
        if (to < 0) {
            cashOut(payer, transfer, seed, taint);
        } else {
            passOn(payer, transfer, seed, taint);
        }
    }

    private void cashOut(@Nullable Holding payer, int transfer, long seed, long taint) {
        if (payer == null) {
            throw new IllegalStateException("transfer " + transfer + " has neither payer nor payee");
        }
        // what a victim took out as cash for the fraudster never reached an account
        payer.received = Math.addExact(payer.received, seed);
        payer.cashedOut = Math.addExact(payer.cashedOut, taint);
        edges.add(new Traced.Edge(flow.turned(transfer), taint, payer.layer + 1));
    }

    private void passOn(@Nullable Holding payer, int transfer, long seed, long taint) {
        int layer = payer == null ? 1 : payer.layer + 1;
        if (payer != null) {
            payer.passedOn = Math.addExact(payer.passedOn, taint - seed);
        }
        var payee = hold(flow.payee(transfer), layer);
        payee.layer = Math.min(payee.layer, layer);
        payee.received = Math.addExact(payee.received, taint);
        if (payee.firstIn == Holding.NOT_YET) {
            payee.firstIn = flow.turned(transfer);
        }
        edges.add(new Traced.Edge(flow.turned(transfer), taint, layer));
        if (payee.hub) {
            payee.atHub = Math.addExact(payee.atHub, taint);
        } else if (payee.layer >= limits.maxLayers()) {
            payee.beyond = Math.addExact(payee.beyond, taint);
        } else {
            rule.arrived(payee, transfer, payment);
        }
    }

    private Holding hold(int account, int layer) {
        return holdings.computeIfAbsent(account, fresh -> new Holding(account, layer, isHub(account)));
    }

    private boolean isHub(int account) {
        int degree = flow.outDegree(account);
        return degree > limits.hubLimit()
                && flow.outgoingBefore(account, limits.end()) - flow.outgoingBefore(account, limits.start())
                        > limits.hubLimit();
    }

    private Traced.Account summary(Holding holding) {
        long all = 0;
        int end = flow.incomingBefore(holding.account, limits.end());
        for (int k = flow.incomingBefore(holding.account, limits.start()); k < end; k++) {
            all = Math.addExact(all, flow.amount(flow.incoming(holding.account, k)));
        }
        return new Traced.Account(
                holding.account,
                holding.layer,
                holding.firstIn,
                all,
                holding.received,
                holding.passedOn,
                holding.resting(),
                holding.cashedOut,
                holding.atHub,
                holding.beyond,
                holding.hub);
    }
}
