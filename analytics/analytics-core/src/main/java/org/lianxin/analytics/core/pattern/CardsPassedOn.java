package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Accounts of one holder that were opened within the window of each other and are used, from some time after, on a
 * device on which an account of somebody else is used too. Enough of them make a pattern; bursts are taken greedily in
 * order of time.
 */
public final class CardsPassedOn {
    private final Cards cards;
    private final PatternLimits limits;
    private final Map<Integer, List<Integer>> accountsOf = new HashMap<>();
    private final Map<Integer, BitSet> holdersOf = new HashMap<>();
    private final Map<Integer, List<Use>> uses = new HashMap<>();
    private final List<Burst> found = new ArrayList<>();

    private CardsPassedOn(Cards cards, PatternLimits limits) {
        this.cards = cards;
        this.limits = limits;
    }

    private record Use(int device, long since) {}

    /**
     * A pattern.
     *
     * @param accounts those passed on, by opening and number
     * @param devices on which they are used, ascending
     * @param opened first opening
     * @param used when the last of them was first used elsewhere
     */
    public record Burst(int holder, List<Integer> accounts, List<Integer> devices, long opened, long used) {}

    /** Finds all. */
    public static List<Burst> find(Cards cards, PatternLimits limits) {
        var search = new CardsPassedOn(cards, limits);
        search.gather();
        for (int holder = cards.holders().nextSetBit(0);
                holder >= 0;
                holder = cards.holders().nextSetBit(holder + 1)) {
            search.look(holder);
        }
        return search.found;
    }

    private void gather() {
        for (long at = 0; at < cards.pairs().size(); at++) {
            int account = (int) (cards.pairs().get(at) >>> 32);
            int identifier = (int) cards.pairs().get(at);
            if (cards.holders().get(identifier)) {
                holdersOf.computeIfAbsent(account, fresh -> new BitSet()).set(identifier);
            }
            boolean device = cards.devices().get(identifier);
            if (device) {
                uses.computeIfAbsent(account, fresh -> new ArrayList<>())
                        .add(new Use(identifier, cards.firstSeen().get(at)));
            }
            if (device || cards.holders().get(identifier)) {
                accountsOf
                        .computeIfAbsent(identifier, fresh -> new ArrayList<>())
                        .add(account);
            }
        }
    }

    private void look(int holder) {
        var opened = accountsOf.getOrDefault(holder, List.of()).stream()
                .filter(account -> cards.opened().get(account) != Cards.UNKNOWN)
                .sorted((a, b) ->
                        Long.compare(cards.opened().get(a), cards.opened().get(b)))
                .toList();
        int start = 0;
        while (start < opened.size()) {
            int end = start;
            while (end < opened.size()
                    && cards.opened().get(opened.get(end)) - cards.opened().get(opened.get(start))
                            <= limits.windowMillis()) {
                end++;
            }
            start = keep(holder, opened.subList(start, end)) ? end : start + 1;
        }
    }

    private boolean keep(int holder, List<Integer> burst) {
        var passed = new ArrayList<Integer>();
        var devices = new TreeSet<Integer>();
        long used = Long.MIN_VALUE;
        for (int account : burst) {
            long first = Cards.UNKNOWN;
            for (var use : uses.getOrDefault(account, List.of())) {
                if (use.since != Cards.UNKNOWN
                        && use.since >= cards.opened().get(account)
                        && isElsewhere(use.device, holder)) {
                    first = Math.min(first, use.since);
                    devices.add(use.device);
                }
            }
            if (first != Cards.UNKNOWN) {
                passed.add(account);
                used = Math.max(used, first);
            }
        }
        if (passed.size() < limits.minAccounts()) {
            return false;
        }
        found.add(new Burst(holder, passed, List.copyOf(devices), cards.opened().get(passed.getFirst()), used));
        return true;
    }

    /** Whether an account of somebody else is used there, and not of too many. */
    private boolean isElsewhere(int device, int holder) {
        var accounts = accountsOf.getOrDefault(device, List.of());
        return accounts.size() <= limits.hubLimit()
                && accounts.stream().anyMatch(account -> isSomebodyElses(account, holder));
    }

    private boolean isSomebodyElses(int account, int holder) {
        var holders = holdersOf.get(account);
        return holders != null && !holders.get(holder);
    }
}
