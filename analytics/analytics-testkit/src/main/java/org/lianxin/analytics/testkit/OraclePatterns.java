package org.lianxin.analytics.testkit;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.PatternFinding;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;

/** Patterns by trying everything. */
final class OraclePatterns {
    private final Evidence evidence;
    private final List<Evidence.Transfer> transfers;
    private final PatternSpec spec;
    private final List<PatternMatch> matches = new ArrayList<>();

    OraclePatterns(Evidence evidence, PatternSpec spec) {
        this.evidence = evidence;
        this.transfers = evidence.transfers();
        this.spec = spec;
    }

    PatternFinding find() {
        var accounts = new TreeSet<String>();
        transfers.forEach(transfer -> accounts.addAll(List.of(transfer.from(), transfer.to())));
        accounts.remove("");
        var hubs = accounts.stream().filter(this::isHub).toList();
        var free = accounts.stream().filter(account -> !isHub(account)).toList();
        var shapes = new OracleShapes(evidence, spec);
        switch (spec.kind()) {
            case CYCLE -> transfers.stream().filter(this::isLookedAt).forEach(first -> cycles(List.of(first)));
            case LOOP -> matches.addAll(shapes.loops(free));
            case DORMANT_THEN_ACTIVE -> matches.addAll(shapes.awakenings(free));
            case CARDS_PASSED_ON -> matches.addAll(shapes.cards());
            default -> free.forEach(this::greedy);
        }
        matches.sort(Comparator.comparing(PatternMatch::from)
                .thenComparing(
                        match -> match.transactionIds().stream().findFirst().orElse(""))
                .thenComparing(PatternMatch::centre)
                .thenComparing(match -> String.join(",", match.transactionIds()))
                .thenComparing(match -> String.join(",", match.identifiers())));
        return new PatternFinding(spec, matches, hubs, Checksum.ofRecords(matches, hubs));
    }

    private boolean isHub(String account) {
        long out = transfers.stream()
                .filter(transfer -> transfer.from().equals(account))
                .count();
        long in = transfers.stream()
                .filter(transfer -> transfer.to().equals(account))
                .count();
        return switch (spec.kind()) {
            case FAN_IN, FAN_IN_CASH_OUT -> in > spec.hubLimit();
            case FAN_OUT, CYCLE, LOOP -> out > spec.hubLimit();
            case CARDS_PASSED_ON -> false;
            case PASS_THROUGH, DORMANT_THEN_ACTIVE -> in > spec.hubLimit() || out > spec.hubLimit();
        };
    }

    private boolean isLookedAt(Evidence.Transfer transfer) {
        return transfer.cents() >= spec.minCents() && !transfer.from().equals(transfer.to());
    }

    private boolean isWithin(Evidence.Transfer first, Evidence.Transfer later) {
        return Duration.between(first.time(), later.time()).compareTo(spec.window()) <= 0;
    }

    private boolean isShare(long part, long whole) {
        return BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(1000))
                        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(spec.minShare())))
                >= 0;
    }

    private void cycles(List<Evidence.Transfer> path) {
        var first = path.getFirst();
        String at = path.getLast().to();
        if (first.from().isEmpty() || at.isEmpty() || isHub(at) || isHub(first.from())) {
            return;
        }
        for (var next : transfers.subList(transfers.indexOf(path.getLast()) + 1, transfers.size())) {
            if (!next.from().equals(at)
                    || !isLookedAt(next)
                    || !isWithin(first, next)
                    || !isShare(next.cents(), first.cents())
                    || !isShare(first.cents(), next.cents())) {
                continue;
            }
            var longer = Stream.concat(path.stream(), Stream.of(next)).toList();
            if (next.to().equals(first.from())) {
                var others = path.stream().map(Evidence.Transfer::to).toList();
                matches.add(match(first.from(), others, longer, first.cents(), next.cents()));
            } else if (longer.size() < spec.maxLength()
                    && path.stream().noneMatch(one -> one.to().equals(next.to()))) {
                cycles(longer);
            }
        }
    }

    private void greedy(String account) {
        boolean out = spec.kind() == PatternKind.FAN_OUT;
        boolean through = spec.kind() == PatternKind.PASS_THROUGH;
        Function<Evidence.Transfer, String> centre = out ? Evidence.Transfer::from : Evidence.Transfer::to;
        Function<Evidence.Transfer, String> other = out ? Evidence.Transfer::to : Evidence.Transfer::from;
        var side = transfers.stream()
                .filter(one -> centre.apply(one).equals(account)
                        && isLookedAt(one)
                        && (through || !other.apply(one).isEmpty()))
                .toList();
        int start = 0;
        while (start < side.size()) {
            var first = side.get(start);
            var fan = side.subList(start, side.size()).stream()
                    .filter(one -> isWithin(first, one))
                    .toList();
            long distinct = fan.stream().map(other).distinct().count();
            boolean isMatch = (through || distinct >= spec.minAccounts()) && keep(account, fan);
            start += isMatch ? fan.size() : 1;
        }
    }

    private boolean keep(String account, List<Evidence.Transfer> fan) {
        var first = fan.getFirst();
        var leaving = transfers.subList(transfers.indexOf(first), transfers.size()).stream()
                .filter(one -> one.from().equals(account) && !one.to().equals(account) && isWithin(first, one))
                .filter(one -> spec.kind() == PatternKind.PASS_THROUGH
                        ? isLookedAt(one)
                        : one.to().isEmpty())
                .toList();
        long arrived = fan.stream().mapToLong(Evidence.Transfer::cents).sum();
        long left = leaving.stream().mapToLong(Evidence.Transfer::cents).sum();
        boolean enough = switch (spec.kind()) {
            case FAN_IN_CASH_OUT -> !leaving.isEmpty() && isShare(left, arrived);
            case PASS_THROUGH -> left > 0 && isShare(left, arrived) && isShare(arrived, left);
            default -> true;
        };
        if (!enough) {
            return false;
        }
        boolean both = spec.kind() == PatternKind.FAN_IN_CASH_OUT || spec.kind() == PatternKind.PASS_THROUGH;
        var all = Stream.concat(fan.stream(), both ? leaving.stream() : Stream.of())
                .sorted(Comparator.comparingInt(transfers::indexOf))
                .toList();
        var others = new TreeSet<String>();
        all.forEach(one -> others.addAll(List.of(one.from(), one.to())));
        others.removeAll(List.of(account, ""));
        long in = all.stream()
                .filter(one -> one.to().equals(account))
                .mapToLong(Evidence.Transfer::cents)
                .sum();
        long out = all.stream()
                .filter(one -> one.from().equals(account))
                .mapToLong(Evidence.Transfer::cents)
                .sum();
        matches.add(match(account, List.copyOf(others), all, in, out));
        return true;
    }

    private static PatternMatch match(
            String centre, List<String> others, List<Evidence.Transfer> all, long in, long out) {
        return new PatternMatch(
                centre,
                others,
                all.getFirst().time(),
                all.getLast().time(),
                in,
                out,
                all.stream().map(Evidence.Transfer::id).toList(),
                List.of());
    }
}
