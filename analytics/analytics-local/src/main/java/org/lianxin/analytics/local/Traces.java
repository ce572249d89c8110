package org.lianxin.analytics.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.Conservation;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.core.trace.Flow;
import org.lianxin.analytics.core.trace.TraceLimits;
import org.lianxin.analytics.core.trace.Traced;
import org.lianxin.analytics.core.trace.Tracer;
import org.lianxin.analytics.imports.CaseView;

/** From the question in texts to the kernel's numbers and back. */
final class Traces {
    private final CaseView view;

    Traces(CaseView view) {
        this.view = view;
    }

    TraceFinding trace(TraceSpec spec) {
        var transfers = view.transfers();
        int start = transfers.firstAtOrAfter(spec.from().toEpochMilli());
        int end = transfers.firstAtOrAfter(spec.until().toEpochMilli());
        boolean forward = spec.direction() == Direction.FORWARD;
        var flow = forward
                ? Flow.forward(transfers, view.outgoing(), view.incoming())
                : Flow.mirrored(transfers, view.outgoing(), view.incoming());
        int size = transfers.size();
        var limits = new TraceLimits(
                forward ? start : size - end,
                forward ? end : size - start,
                spec.window().toMillis(),
                spec.maxLayers(),
                spec.hubLimit());
        var seeds = new HashMap<Integer, Long>();
        seeds(spec, start, end).forEach((transfer, cents) -> seeds.put(flow.turned(transfer), cents));
        var kind = switch (spec.rule()) {
            case FIFO -> Tracer.Kind.FIFO;
            case HAIRCUT -> Tracer.Kind.HAIRCUT;
            case WINDOWED -> Tracer.Kind.WINDOWED;
        };
        return finding(spec, Tracer.trace(flow, limits, kind, seeds, forward ? view.opening() : null));
    }

    private Map<Integer, Long> seeds(TraceSpec spec, int start, int end) {
        var found = view.findTransfers(
                spec.seeds().stream().map(Seed::transactionId).collect(Collectors.toSet()));
        var transfers = view.transfers();
        var seeds = new HashMap<Integer, Long>();
        for (var seed : spec.seeds()) {
            Integer transfer = found.get(seed.transactionId());
            if (transfer == null) {
                throw new EvidenceProblem("seed", "The case holds no transaction %s.".formatted(seed.transactionId()));
            }
            long amount = transfers.amount().get(transfer);
            long cents = seed.amountCents() == Seed.WHOLE ? amount : seed.amountCents();
            if (transfer < start
                    || transfer >= end
                    || transfers.from().get(transfer) == transfers.to().get(transfer)) {
                throw new EvidenceProblem(
                        "seed",
                        "Transaction %s lies outside the interval, is a transfer to itself or is in another currency."
                                .formatted(seed.transactionId()));
            }
            if (seeds.merge(transfer, cents, Math::addExact) > amount) {
                throw new EvidenceProblem(
                        "seed",
                        "The seeds say that %d cents of transaction %s are a victim's; it has %d."
                                .formatted(seeds.get(transfer), seed.transactionId(), amount));
            }
        }
        return seeds;
    }

    private TraceFinding finding(TraceSpec spec, Traced traced) {
        var accounts = accounts(traced.accounts());
        var edges = traced.edges().stream()
                .sorted(Comparator.comparingInt(Traced.Edge::transfer))
                .map(this::edge)
                .toList();
        var hubs = traced.accounts().stream()
                .filter(account -> account.hub() && account.atHub() > 0)
                .map(account -> view.account(account.account()))
                .sorted()
                .toList();
        var conservation = new Conservation(
                traced.inCents(),
                sum(accounts.stream().map(AccountFlow::taintedRestingCents).toList()),
                sum(accounts.stream().map(AccountFlow::cashedOutCents).toList()),
                sum(accounts.stream().map(AccountFlow::atHubCents).toList()),
                sum(accounts.stream().map(AccountFlow::beyondHorizonCents).toList()));
        return new TraceFinding(spec, accounts, edges, hubs, conservation, Checksum.of(accounts, edges));
    }

    private List<AccountFlow> accounts(List<Traced.Account> traced) {
        var named = new ArrayList<AccountFlow>();
        traced.stream()
                .map(account -> flow(account, 0))
                .sorted(Comparator.comparingLong(AccountFlow::taintedReceivedCents)
                        .reversed()
                        .thenComparing(AccountFlow::account))
                .forEach(flow -> named.add(ranked(flow, named.size() + 1)));
        return named;
    }

    private AccountFlow flow(Traced.Account account, int rank) {
        var firstIn = account.firstIn() < 0
                ? null
                : Instant.ofEpochMilli(view.transfers().time().get(account.firstIn()));
        return new AccountFlow(
                view.account(account.account()),
                account.layer(),
                firstIn,
                account.allReceived(),
                account.received(),
                account.passedOn(),
                account.resting(),
                account.cashedOut(),
                account.atHub(),
                account.beyond(),
                rank);
    }

    private static AccountFlow ranked(AccountFlow flow, int rank) {
        return new AccountFlow(
                flow.account(),
                flow.layer(),
                flow.firstIn(),
                flow.receivedCents(),
                flow.taintedReceivedCents(),
                flow.taintedPassedOnCents(),
                flow.taintedRestingCents(),
                flow.cashedOutCents(),
                flow.atHubCents(),
                flow.beyondHorizonCents(),
                rank);
    }

    private FlowEdge edge(Traced.Edge edge) {
        var transfers = view.transfers();
        return new FlowEdge(
                view.transactionId(edge.transfer()),
                nameOf(transfers.from().get(edge.transfer())),
                nameOf(transfers.to().get(edge.transfer())),
                Instant.ofEpochMilli(transfers.time().get(edge.transfer())),
                transfers.amount().get(edge.transfer()),
                edge.taint(),
                edge.layer());
    }

    private String nameOf(int account) {
        return account < 0 ? "" : view.account(account);
    }

    private static long sum(List<Long> cents) {
        long sum = 0;
        for (long one : cents) {
            sum = Math.addExact(sum, one);
        }
        return sum;
    }
}
