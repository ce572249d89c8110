package org.lianxin.analytics.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.pattern.Cycles;
import org.lianxin.analytics.core.pattern.Fans;
import org.lianxin.analytics.core.pattern.Found;
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
        var money = new Money(view.transfers(), view.outgoing(), view.incoming());
        var limits = new PatternLimits(
                spec.window().toMillis(),
                spec.minAccounts(),
                spec.maxLength(),
                spec.minShare(),
                spec.minCents(),
                spec.hubLimit());
        List<Found> found = switch (spec.kind()) {
            case CYCLE -> Cycles.find(money, limits);
            case FAN_IN -> Fans.in(money, limits);
            case FAN_OUT -> Fans.out(money, limits);
            case PASS_THROUGH -> PassThroughs.find(money, limits);
            case FAN_IN_CASH_OUT -> Fans.inCashOut(money, limits);
        };
        var matches = new ArrayList<PatternMatch>();
        found.stream()
                .sorted((a, b) -> Arrays.compare(a.transfers(), b.transfers()))
                .forEach(one -> matches.add(match(one, spec.kind())));
        var sorted = matches.stream()
                .sorted(Comparator.comparing(PatternMatch::from)
                        .thenComparing(match -> match.transactionIds().getFirst())
                        .thenComparing(PatternMatch::centre)
                        .thenComparing(match -> String.join(",", match.transactionIds())))
                .toList();
        var hubs = hubs(spec);
        return new PatternFinding(spec, sorted, hubs, Checksum.ofRecords(sorted, hubs));
    }

    private PatternMatch match(Found found, PatternKind kind) {
        var transfers = view.transfers();
        int[] evidence = found.transfers();
        long in = 0;
        long out = 0;
        var others = kind == PatternKind.CYCLE ? new ArrayList<String>() : new TreeSet<String>();
        for (int i = 0; i < evidence.length; i++) {
            int from = transfers.from().get(evidence[i]);
            int to = transfers.to().get(evidence[i]);
            long amount = transfers.amount().get(evidence[i]);
            if (kind == PatternKind.CYCLE) {
                in = i == 0 ? amount : in;
                out = amount;
                if (to != found.centre()) {
                    others.add(view.account(to));
                }
                continue;
            }
            in = to == found.centre() ? Math.addExact(in, amount) : in;
            out = from == found.centre() ? Math.addExact(out, amount) : out;
            int other = from == found.centre() ? to : from;
            if (other >= 0) {
                others.add(view.account(other));
            }
        }
        return new PatternMatch(
                view.account(found.centre()),
                List.copyOf(others),
                Instant.ofEpochMilli(transfers.time().get(evidence[0])),
                Instant.ofEpochMilli(transfers.time().get(evidence[evidence.length - 1])),
                in,
                out,
                Arrays.stream(evidence).mapToObj(view::transactionId).toList());
    }

    /** Accounts with more transfers than the limit on the side that the pattern is about. */
    private List<String> hubs(PatternSpec spec) {
        var hubs = new TreeSet<String>();
        for (int account = 0; account < view.transfers().accounts(); account++) {
            boolean in = isOver(view.incoming(), account, spec);
            boolean out = isOver(view.outgoing(), account, spec);
            boolean hub = switch (spec.kind()) {
                case FAN_IN, FAN_IN_CASH_OUT -> in;
                case FAN_OUT, CYCLE -> out;
                case PASS_THROUGH -> in || out;
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
