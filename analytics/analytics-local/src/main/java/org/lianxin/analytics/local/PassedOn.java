package org.lianxin.analytics.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.lianxin.analytics.api.PatternMatch;
import org.lianxin.analytics.core.pattern.Cards;
import org.lianxin.analytics.core.pattern.CardsPassedOn;
import org.lianxin.analytics.core.pattern.PatternLimits;
import org.lianxin.analytics.imports.CaseView;

/** From the kernel's cards passed on to a pattern with accounts, holder, devices and sums. */
final class PassedOn {
    private final CaseView view;

    PassedOn(CaseView view) {
        this.view = view;
    }

    List<PatternMatch> find(PatternLimits limits) {
        var opened = view.opened();
        if (opened == null) {
            return List.of();
        }
        var holders = new BitSet();
        var devices = new BitSet();
        for (int identifier = 0; identifier < view.identifiers(); identifier++) {
            String text = view.identifier(identifier);
            holders.set(identifier, text.startsWith("holder:"));
            devices.set(identifier, text.startsWith("device:") || text.startsWith("mac:"));
        }
        var cards = new Cards(view.pairs(), view.pairFirst(), opened, holders, devices);
        return CardsPassedOn.find(cards, limits).stream().map(this::match).toList();
    }

    private PatternMatch match(CardsPassedOn.Burst burst) {
        var opened = Objects.requireNonNull(view.opened());
        int centre = burst.accounts().stream()
                .filter(account -> opened.get(account) == burst.opened())
                .min(Comparator.comparing(view::account))
                .orElseThrow();
        var others = new ArrayList<String>();
        burst.accounts().stream()
                .filter(account -> account != centre)
                .map(view::account)
                .sorted()
                .forEach(others::add);
        var identifiers = new TreeSet<>(List.of(view.identifier(burst.holder())));
        burst.devices().forEach(device -> identifiers.add(view.identifier(device)));
        return new PatternMatch(
                view.account(centre),
                others,
                Instant.ofEpochMilli(burst.opened()),
                Instant.ofEpochMilli(burst.used()),
                sum(burst.accounts(), true),
                sum(burst.accounts(), false),
                List.of(),
                List.copyOf(identifiers));
    }

    /** What came to these accounts from others, or went out. */
    private long sum(List<Integer> accounts, boolean in) {
        var own = new HashSet<>(accounts);
        var transfers = view.transfers();
        var side = in ? view.incoming() : view.outgoing();
        var other = in ? transfers.from() : transfers.to();
        long sum = 0;
        for (int account : accounts) {
            for (long at = side.start(account); at < side.end(account); at++) {
                if (!own.contains(other.get(side.transfer(at)))) {
                    sum = Math.addExact(sum, transfers.amount().get(side.transfer(at)));
                }
            }
        }
        return sum;
    }
}
