package org.lianxin.analytics.testkit;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.Conservation;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;

/** One trace, transfer by transfer in their order, with the books of every account. */
final class OracleTrace {
    /** A piece of money in an account. */
    private record Lot(long cents, boolean tainted) {}

    /** What the trace says of an account, as it grows. */
    private static final class Figures {
        private int layer;
        private @Nullable Instant firstIn;
        private long received;
        private long passedOn;
        private long cashedOut;
        private long atHub;
        private long beyond;
    }

    private final TraceSpec spec;
    private final boolean backward;
    private final List<Evidence.Transfer> transfers = new ArrayList<>();
    private final Map<String, Long> seeds = new HashMap<>();
    private final Map<String, Deque<Lot>> lots = new HashMap<>();
    private final Map<String, Long> assigned = new HashMap<>();
    private final Map<String, Figures> figures = new TreeMap<>();
    private final List<FlowEdge> edges = new ArrayList<>();
    private long in;

    OracleTrace(Evidence evidence, TraceSpec spec) {
        this.spec = spec;
        backward = spec.direction() == Direction.BACKWARD;
        for (var transfer : evidence.transfers()) {
            transfers.add(
                    backward
                            ? new Evidence.Transfer(
                                    transfer.id(), transfer.to(), transfer.from(), transfer.time(), transfer.cents())
                            : transfer);
        }
        if (backward) {
            java.util.Collections.reverse(transfers);
        }
        for (var seed : spec.seeds()) {
            var transfer = transfers.stream()
                    .filter(one -> one.id().equals(seed.transactionId()))
                    .findFirst()
                    .orElseThrow();
            seeds.put(transfer.id(), seed.amountCents() == Seed.WHOLE ? transfer.cents() : seed.amountCents());
        }
    }

    TraceFinding run() {
        for (int i = 0; i < transfers.size(); i++) {
            var transfer = transfers.get(i);
            boolean over = backward
                    ? transfer.time().isBefore(spec.from())
                    : !transfer.time().isBefore(spec.until());
            if (over) {
                break;
            }
            if (!transfer.from().equals(transfer.to())) {
                happen(i, transfer, seeds.getOrDefault(transfer.id(), 0L));
            }
        }
        return finding();
    }

    private void happen(int index, Evidence.Transfer transfer, long seed) {
        if (seeds.containsKey(transfer.id()) && !transfer.from().isEmpty()) {
            var victim = figures(transfer.from(), 0);
            victim.layer = seed > 0 ? 0 : victim.layer;
        }
        var pieces = new ArrayList<Lot>();
        pieces.add(new Lot(seed, true));
        in += seed;
        pieces.addAll(take(transfer, transfer.cents() - seed));
        long taint = pieces.stream().filter(Lot::tainted).mapToLong(Lot::cents).sum();
        boolean followed = false;
        if (taint > 0) {
            followed = account(transfer, seed, taint);
        }
        if (!transfer.to().isEmpty()) {
            arrive(index, transfer, followed ? pieces : List.of(new Lot(transfer.cents(), false)));
        }
    }

    /** Books the taint; whether the receiving account is followed further. */
    private boolean account(Evidence.Transfer transfer, long seed, long taint) {
        int layer = transfer.from().isEmpty() ? 1 : known(transfer.from()).layer + 1;
        if (transfer.to().isEmpty()) {
            var payer = known(transfer.from());
            payer.received += seed;
            payer.cashedOut += taint;
            edges.add(edge(transfer, taint, layer));
            return false;
        }
        if (!transfer.from().isEmpty()) {
            known(transfer.from()).passedOn += taint - seed;
        }
        var payee = figures(transfer.to(), layer);
        payee.layer = Math.min(payee.layer, layer);
        payee.received += taint;
        payee.firstIn = payee.firstIn == null ? transfer.time() : payee.firstIn;
        edges.add(edge(transfer, taint, layer));
        if (isHub(transfer.to())) {
            payee.atHub += taint;
            return false;
        }
        if (payee.layer >= spec.maxLayers()) {
            payee.beyond += taint;
            return false;
        }
        return true;
    }

    private Figures known(String account) {
        return Objects.requireNonNull(figures.get(account));
    }

    private Figures figures(String account, int layer) {
        return figures.computeIfAbsent(account, fresh -> {
            var made = new Figures();
            made.layer = layer;
            return made;
        });
    }

    private boolean isHub(String account) {
        return transfers.stream()
                        .filter(transfer -> transfer.from().equals(account))
                        .filter(this::isInInterval)
                        .count()
                > spec.hubLimit();
    }

    private boolean isInInterval(Evidence.Transfer transfer) {
        return !transfer.time().isBefore(spec.from()) && transfer.time().isBefore(spec.until());
    }

    private List<Lot> take(Evidence.Transfer transfer, long cents) {
        var held = lots.computeIfAbsent(transfer.from(), fresh -> new ArrayDeque<>());
        return switch (spec.rule()) {
            case FIFO -> takeFirst(held, cents);
            case HAIRCUT -> takeShare(held, cents);
            case WINDOWED -> List.of(new Lot(assigned.getOrDefault(transfer.id(), 0L), true));
        };
    }

    private static List<Lot> takeFirst(Deque<Lot> held, long cents) {
        var taken = new ArrayList<Lot>();
        long left = cents;
        while (left > 0 && !held.isEmpty()) {
            var lot = held.removeFirst();
            long part = Math.min(lot.cents, left);
            taken.add(new Lot(part, lot.tainted));
            if (lot.cents > part) {
                held.addFirst(new Lot(lot.cents - part, lot.tainted));
            }
            left -= part;
        }
        taken.add(new Lot(left, false));
        return taken;
    }

    private static List<Lot> takeShare(Deque<Lot> held, long cents) {
        long tainted = held.stream().filter(Lot::tainted).mapToLong(Lot::cents).sum();
        long clean =
                held.stream().filter(lot -> !lot.tainted).mapToLong(Lot::cents).sum();
        long carried = tainted;
        if (cents < tainted + clean) {
            // the larger remainder gets the odd cent; of equals the payment
            carried = largestRemainder(tainted, List.of(cents, tainted + clean - cents))
                    .getFirst();
        }
        held.clear();
        held.add(new Lot(tainted - carried, true));
        held.add(new Lot(Math.max(0, clean - (cents - carried)), false));
        return List.of(new Lot(carried, true), new Lot(cents - carried, false));
    }

    private void arrive(int index, Evidence.Transfer transfer, List<Lot> pieces) {
        if (spec.rule() != TraceRule.WINDOWED) {
            lots.computeIfAbsent(transfer.to(), fresh -> new ArrayDeque<>()).addAll(pieces);
            return;
        }
        long arrived =
                pieces.stream().filter(Lot::tainted).mapToLong(Lot::cents).sum();
        var next = new ArrayList<Evidence.Transfer>();
        var room = new ArrayList<Long>();
        for (var later : transfers.subList(index + 1, transfers.size())) {
            long free = later.cents() - seeds.getOrDefault(later.id(), 0L) - assigned.getOrDefault(later.id(), 0L);
            boolean inTime =
                    Duration.between(transfer.time(), later.time()).abs().compareTo(spec.window()) <= 0;
            if (later.from().equals(transfer.to())
                    && !later.to().equals(later.from())
                    && inTime
                    && isInInterval(later)
                    && free > 0) {
                next.add(later);
                room.add(free);
            }
        }
        long all = room.stream().mapToLong(Long::longValue).sum();
        var shares = arrived >= all ? room : largestRemainder(arrived, room);
        for (int i = 0; i < next.size(); i++) {
            assigned.merge(next.get(i).id(), shares.get(i), Long::sum);
        }
    }

    private static List<Long> largestRemainder(long amount, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new ArrayList<Long>();
        var order = new ArrayList<Integer>();
        var remainders = new ArrayList<BigInteger>();
        for (long weight : weights) {
            BigInteger[] exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(sum);
            order.add(shares.size());
            shares.add(exact[0].longValueExact());
            remainders.add(exact[1]);
        }
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
        for (int i = 0; i < left; i++) {
            shares.set(order.get(i), shares.get(order.get(i)) + 1);
        }
        return shares;
    }

    private FlowEdge edge(Evidence.Transfer transfer, long taint, int layer) {
        return new FlowEdge(
                transfer.id(),
                backward ? transfer.to() : transfer.from(),
                backward ? transfer.from() : transfer.to(),
                transfer.time(),
                transfer.cents(),
                taint,
                layer);
    }

    private TraceFinding finding() {
        var flows = new ArrayList<AccountFlow>();
        figures.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Figures> entry) -> -entry.getValue().received)
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> flows.add(flow(entry.getKey(), entry.getValue(), flows.size() + 1)));
        edges.sort(Comparator.comparing(FlowEdge::time).thenComparing(FlowEdge::transactionId));
        var hubs = new TreeSet<String>();
        figures.forEach((account, figure) -> {
            if (figure.atHub > 0) {
                hubs.add(account);
            }
        });
        var conservation = new Conservation(
                in,
                flows.stream().mapToLong(AccountFlow::taintedRestingCents).sum(),
                flows.stream().mapToLong(AccountFlow::cashedOutCents).sum(),
                flows.stream().mapToLong(AccountFlow::atHubCents).sum(),
                flows.stream().mapToLong(AccountFlow::beyondHorizonCents).sum());
        return new TraceFinding(spec, flows, edges, List.copyOf(hubs), conservation, Checksum.of(flows, edges));
    }

    private AccountFlow flow(String account, Figures figure, int rank) {
        long all = transfers.stream()
                .filter(transfer -> transfer.to().equals(account) && isInInterval(transfer))
                .mapToLong(Evidence.Transfer::cents)
                .sum();
        long resting = figure.received - figure.passedOn - figure.cashedOut - figure.atHub - figure.beyond;
        return new AccountFlow(
                account,
                figure.layer,
                figure.firstIn,
                all,
                figure.received,
                figure.passedOn,
                resting,
                figure.cashedOut,
                figure.atHub,
                figure.beyond,
                rank);
    }
}
