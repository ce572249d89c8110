package org.lianxin.analytics.testkit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.api.PatternSpec;

/** Circles in any order of time, accounts that wake up, and cards passed on, by trying everything. */
final class OracleShapes {
    private final Evidence evidence;
    private final List<Evidence.Transfer> transfers;
    private final PatternSpec spec;
    private final List<PatternMatch> matches = new ArrayList<>();
    private final Map<List<String>, Integer> lastOf = new HashMap<>();

    OracleShapes(Evidence evidence, PatternSpec spec) {
        this.evidence = evidence;
        this.transfers = evidence.transfers();
        this.spec = spec;
    }

    List<PatternMatch> loops(Collection<String> free) {
        for (var first : transfers) {
            if (isLookedAt(first) && free.contains(first.from()) && free.contains(first.to())) {
                loops(List.of(first), free);
            }
        }
        return matches;
    }

    private void loops(List<Evidence.Transfer> path, Collection<String> free) {
        var first = path.getFirst();
        String at = path.getLast().to();
        var next = new TreeMap<String, Evidence.Transfer>();
        transfers.subList(transfers.indexOf(first) + 1, transfers.size()).stream()
                .filter(one -> one.from().equals(at) && isWithin(first.time(), one.time()) && isAlike(first, one))
                .forEach(one -> next.putIfAbsent(one.to(), one));
        next.forEach((to, transfer) -> {
            var longer = Stream.concat(path.stream(), Stream.of(transfer)).toList();
            boolean seen = longer.stream().anyMatch(one -> one.from().equals(to));
            if (to.equals(first.from())) {
                close(longer);
            } else if (!seen && longer.size() < spec.maxLength() && free.contains(to)) {
                loops(longer, free);
            }
        });
    }

    private void close(List<Evidence.Transfer> path) {
        var circle = new ArrayList<>(path.stream().map(Evidence.Transfer::from).toList());
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        int begin = transfers.indexOf(path.getFirst());
        if (path.size() < spec.minAccounts() || begin <= lastOf.getOrDefault(circle, -1)) {
            return;
        }
        var ordered = path.stream()
                .sorted(Comparator.comparingInt(transfers::indexOf))
                .toList();
        lastOf.put(circle, transfers.indexOf(ordered.getLast()));
        matches.add(new PatternMatch(
                path.getFirst().from(),
                path.stream().skip(1).map(Evidence.Transfer::from).toList(),
                ordered.getFirst().time(),
                ordered.getLast().time(),
                path.getFirst().cents(),
                path.getLast().cents(),
                ordered.stream().map(Evidence.Transfer::id).toList(),
                List.of()));
    }

    List<PatternMatch> awakenings(Collection<String> free) {
        for (String account : free) {
            var own = transfers.stream()
                    .filter(one -> isLookedAt(one)
                            && (one.from().equals(account) || one.to().equals(account)))
                    .toList();
            for (int at = 1; at < own.size(); ) {
                var first = own.get(at);
                var burst = own.subList(at, own.size()).stream()
                        .filter(one -> isWithin(first.time(), one.time()))
                        .toList();
                boolean silent = !own.get(at - 1).time().plus(spec.quiet()).isAfter(first.time());
                var others = new TreeSet<String>();
                burst.forEach(one -> others.addAll(List.of(one.from(), one.to())));
                others.removeAll(List.of(account, ""));
                boolean wakes = silent && others.size() >= spec.minAccounts();
                if (wakes) {
                    awakening(account, own.subList(at - 1, at + burst.size()));
                }
                at += wakes ? burst.size() : 1;
            }
        }
        return matches;
    }

    private void awakening(String account, List<Evidence.Transfer> all) {
        var others = new TreeSet<String>();
        all.forEach(one -> others.addAll(List.of(one.from(), one.to())));
        others.removeAll(List.of(account, ""));
        matches.add(new PatternMatch(
                account,
                List.copyOf(others),
                all.getFirst().time(),
                all.getLast().time(),
                sum(all.stream().filter(one -> one.to().equals(account))),
                sum(all.stream().filter(one -> one.from().equals(account))),
                all.stream().map(Evidence.Transfer::id).toList(),
                List.of()));
    }

    List<PatternMatch> cards() {
        for (String holder : withPrefix("holder:").distinct().sorted().toList()) {
            var accounts = evidence.shared().stream()
                    .filter(one ->
                            one.identifier().equals(holder) && evidence.opened().containsKey(one.account()))
                    .map(Evidence.Shared::account)
                    .sorted(Comparator.comparing(this::opened))
                    .toList();
            for (int at = 0; at < accounts.size(); ) {
                var first = opened(accounts.get(at));
                var burst = accounts.subList(at, accounts.size()).stream()
                        .filter(one -> isWithin(first, opened(one)))
                        .toList();
                var passed = burst.stream()
                        .filter(one -> elsewhere(one, holder).findAny().isPresent())
                        .toList();
                boolean enough = passed.size() >= spec.minAccounts();
                if (enough) {
                    passedOn(holder, passed);
                }
                at += enough ? burst.size() : 1;
            }
        }
        return matches;
    }

    private Stream<String> withPrefix(String prefix) {
        return evidence.shared().stream().map(Evidence.Shared::identifier).filter(one -> one.startsWith(prefix));
    }

    private Instant opened(String account) {
        var opened = evidence.opened().get(account);
        if (opened == null) {
            throw new IllegalStateException("nothing says when %s was opened".formatted(account));
        }
        return opened;
    }

    /** Uses of the account, since it was opened, on a device of few accounts of which one is somebody else's. */
    private Stream<Evidence.Shared> elsewhere(String account, String holder) {
        return evidence.shared().stream()
                .filter(use -> use.account().equals(account)
                        && use.identifier().startsWith("device:")
                        && use.since() != null
                        && !since(use).isBefore(opened(account)))
                .filter(use -> {
                    var users = evidence.shared().stream()
                            .filter(one -> one.identifier().equals(use.identifier()))
                            .map(Evidence.Shared::account)
                            .toList();
                    return users.size() <= spec.hubLimit()
                            && users.stream().anyMatch(user -> isSomebodyElses(user, holder));
                });
    }

    private boolean isSomebodyElses(String account, String holder) {
        var holders = evidence.shared().stream()
                .filter(one -> one.account().equals(account) && one.identifier().startsWith("holder:"))
                .map(Evidence.Shared::identifier)
                .toList();
        return !holders.isEmpty() && !holders.contains(holder);
    }

    private void passedOn(String holder, List<String> passed) {
        var first =
                passed.stream().map(this::opened).min(Comparator.naturalOrder()).orElseThrow();
        String centre = passed.stream()
                .filter(one -> opened(one).equals(first))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var identifiers = new TreeSet<>(List.of(holder));
        var used = first;
        for (String account : passed) {
            elsewhere(account, holder).forEach(use -> identifiers.add(use.identifier()));
            var since = elsewhere(account, holder)
                    .map(OracleShapes::since)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            used = since.isAfter(used) ? since : used;
        }
        matches.add(new PatternMatch(
                centre,
                passed.stream().filter(one -> !one.equals(centre)).sorted().toList(),
                first,
                used,
                sum(between(passed).filter(one -> passed.contains(one.to()))),
                sum(between(passed).filter(one -> passed.contains(one.from()))),
                List.of(),
                List.copyOf(identifiers)));
    }

    /** Transfers between these accounts and the rest. */
    private Stream<Evidence.Transfer> between(List<String> accounts) {
        return transfers.stream().filter(one -> accounts.contains(one.from()) != accounts.contains(one.to()));
    }

    private static Instant since(Evidence.Shared use) {
        return Objects.requireNonNull(use.since());
    }

    private static long sum(Stream<Evidence.Transfer> transfers) {
        return transfers.mapToLong(Evidence.Transfer::cents).sum();
    }

    private boolean isLookedAt(Evidence.Transfer transfer) {
        return transfer.cents() >= spec.minCents() && !transfer.from().equals(transfer.to());
    }

    private boolean isWithin(Instant first, Instant later) {
        return !later.isAfter(first.plus(spec.window()));
    }

    private boolean isAlike(Evidence.Transfer one, Evidence.Transfer other) {
        return other.cents() >= spec.minCents()
                && isShare(one.cents(), other.cents())
                && isShare(other.cents(), one.cents());
    }

    private boolean isShare(long part, long whole) {
        return BigInteger.valueOf(part)
                        .multiply(BigInteger.valueOf(1000))
                        .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(spec.minShare())))
                >= 0;
    }
}
