package org.lianxin.analytics.core.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What arrives is shared at once by the payments that leave within the window, by what each can still carry. */
final class WindowedRule implements Tracer.Rule {
    private final Flow flow;
    private final TraceLimits limits;
    private final IntHeap events;
    /** Payments of victims carry their own money first. */
    private final Map<Integer, Long> seeds;

    private final Map<Integer, Long> carried = new HashMap<>();
    private int[] candidates = new int[16];
    private long[] room = new long[16];

    WindowedRule(Flow flow, TraceLimits limits, IntHeap events, Map<Integer, Long> seeds) {
        this.flow = flow;
        this.limits = limits;
        this.events = events;
        this.seeds = seeds;
    }

    @Override
    public void pay(Holding payer, int transfer, long amount, Pieces payment) {
        Long taint = carried.remove(transfer);
        if (taint != null) {
            payment.add(taint, true);
        }
    }

    @Override
    public void arrived(Holding holding, int transfer, Pieces payment) {
        long arrived = payment.tainted();
        int count = candidates(holding.account, transfer);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, room[i]);
        }
        long[] shares = arrived >= sum ? room : Shares.divide(arrived, Arrays.copyOf(room, count), sum);
        for (int i = 0; i < count; i++) {
            if (shares[i] > 0 && carried.merge(candidates[i], shares[i], Math::addExact) == shares[i]) {
                events.add(candidates[i]);
            }
        }
    }

    private int candidates(int account, int transfer) {
        long latest = Math.addExact(flow.time(transfer), limits.windowMillis());
        int count = 0;
        int degree = flow.outDegree(account);
        for (int k = flow.outgoingBefore(account, transfer + 1); k < degree; k++) {
            int next = flow.outgoing(account, k);
            if (next >= limits.end() || flow.time(next) > latest) {
                break;
            }
            long free = flow.amount(next) - carried.getOrDefault(next, 0L) - seeds.getOrDefault(next, 0L);
            if (free > 0 && flow.payee(next) != account) {
                if (count == candidates.length) {
                    candidates = Arrays.copyOf(candidates, count * 2);
                    room = Arrays.copyOf(room, count * 2);
                }
                candidates[count] = next;
                room[count++] = free;
            }
        }
        return count;
    }
}
