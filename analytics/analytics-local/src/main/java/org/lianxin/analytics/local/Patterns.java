package org.lianxin.analytics.local;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.pattern.Awakenings;
import org.lianxin.analytics.core.pattern.Cycles;
import org.lianxin.analytics.core.pattern.Fans;
import org.lianxin.analytics.core.pattern.Found;
import org.lianxin.analytics.core.pattern.Loops;
import org.lianxin.analytics.core.pattern.Money;
import org.lianxin.analytics.core.pattern.PassThroughs;
import org.lianxin.analytics.core.pattern.PatternLimits;
import org.lianxin.analytics.imports.CaseView;

/** From the kernels' shapes in numbers to patterns with accounts, sums and evidence. */
final class Patterns {
    private final CaseView view;

    Patterns(CaseView view) {
        this.view = view;
    }

    PatternFinding find(PatternSpec spec) {
        var matches =
                spec.kind() == PatternKind.CARDS_PASSED_ON ? new PassedOn(view).find(limits(spec)) : transfers(spec);
        var sorted = matches.stream()
                .sorted(Comparator.comparing(PatternMatch::from)
                        .thenComparing(match ->
                                match.transactionIds().stream().findFirst().orElse(""))
                        .thenComparing(PatternMatch::centre)
                        .thenComparing(match -> String.join(",", match.transactionIds()))
                        .thenComparing(match -> String.join(",", match.identifiers())))
                .toList();
        var hubs = hubs(spec);
        return new PatternFinding(spec, sorted, hubs, Checksum.ofRecords(sorted, hubs));
    }

    private static PatternLimits limits(PatternSpec spec) {
        return new PatternLimits(
                spec.window().toMillis(),
                spec.minAccounts(),
                spec.maxLength(),
                spec.minShare(),
                spec.minCents(),
                spec.hubLimit(),
                spec.quiet().toMillis());
    }

    private List<PatternMatch> transfers(PatternSpec spec) {
        var money = new Money(view.transfers(), view.outgoing(), view.incoming());
        var limits = limits(spec);
        List<Found> found = switch (spec.kind()) {
            case CYCLE -> Cycles.find(money, limits);
            case FAN_IN -> Fans.in(money, limits);
            case FAN_OUT -> Fans.out(money, limits);
            case PASS_THROUGH -> PassThroughs.find(money, limits);
            case FAN_IN_CASH_OUT -> Fans.inCashOut(money, limits);
            case LOOP -> Loops.find(money, limits);
            case DORMANT_THEN_ACTIVE -> Awakenings.find(money, limits);
            case CARDS_PASSED_ON -> List.of();
        };
        return found.stream().map(one -> match(one, spec.kind())).toList();
    }

    private PatternMatch match(Found found, PatternKind kind) {
        boolean round = kind == PatternKind.CYCLE || kind == PatternKind.LOOP;
        int[] evidence = found.transfers().clone();
        Arrays.sort(evidence);
        var transfers = view.transfers();
        return new PatternMatch(
                view.account(found.centre()),
                round ? onTheWay(found) : List.copyOf(around(found)),
                Instant.ofEpochMilli(transfers.time().get(evidence[0])),
                Instant.ofEpochMilli(transfers.time().get(evidence[evidence.length - 1])),
                round ? amount(found, 0) : sum(found, transfers.to()),
                round ? amount(found, evidence.length - 1) : sum(found, transfers.from()),
                Arrays.stream(evidence).mapToObj(view::transactionId).toList(),
                List.of());
    }

    private long amount(Found found, int place) {
        return view.transfers().amount().get(found.transfers()[place]);
    }

    private long sum(Found found, IntColumn side) {
        long sum = 0;
        for (int transfer : found.transfers()) {
            if (side.get(transfer) == found.centre()) {
                sum = Math.addExact(sum, view.transfers().amount().get(transfer));
            }
        }
        return sum;
    }

    /** The other accounts of a circle, in its order. */
    private List<String> onTheWay(Found found) {
        return Arrays.stream(found.transfers())
                .map(view.transfers().to()::get)
                .filter(account -> account != found.centre())
                .mapToObj(view::account)
                .toList();
    }

    private Set<String> around(Found found) {
        var others = new TreeSet<String>();
        for (int transfer : found.transfers()) {
            int from = view.transfers().from().get(transfer);
            int other = from == found.centre() ? view.transfers().to().get(transfer) : from;
            if (other >= 0) {
                others.add(view.account(other));
            }
        }
        return others;
    }

    /** Accounts with more transfers than the limit on the side that the pattern is about. */
    private List<String> hubs(PatternSpec spec) {
        var hubs = new TreeSet<String>();
        for (int account = 0; account < view.transfers().accounts(); account++) {
            boolean in = isOver(view.incoming(), account, spec);
            boolean out = isOver(view.outgoing(), account, spec);
            boolean hub = switch (spec.kind()) {
                case FAN_IN, FAN_IN_CASH_OUT -> in;
                case FAN_OUT, CYCLE, LOOP -> out;
                case PASS_THROUGH, DORMANT_THEN_ACTIVE -> in || out;
                case CARDS_PASSED_ON -> false;
            };
            if (hub) {
                hubs.add(view.account(account));
            }
        }
        return List.copyOf(hubs);
    }

    private static boolean isOver(Adjacency side, int account, PatternSpec spec) {
        return side.end(account) - side.start(account) > spec.hubLimit();
    }
}
