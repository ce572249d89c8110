package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Circles of accounts closed by transfers of about the same amount, whatever their order in time: the money of such a
 * circle need not have gone round. Each is found from its earliest transfer; of several transfers between the same two
 * accounts the earliest is taken; the same circle is found again only after the last transfer of the one before.
 */
public final class Loops {
    private final Money money;
    private final PatternLimits limits;
    private final List<Found> found = new ArrayList<>();
    private final Map<List<Integer>, Integer> lastOf = new HashMap<>();
    private final int[] path;
    private final int[] accounts;
    private long latest;
    private long first;

    private Loops(Money money, PatternLimits limits) {
        this.money = money;
        this.limits = limits;
        path = new int[limits.maxLength()];
        accounts = new int[limits.maxLength() + 1];
    }

    /** Finds all; the transfers of each in the order of its accounts, the earliest transfer first. */
    public static List<Found> find(Money money, PatternLimits limits) {
        var search = new Loops(money, limits);
        for (int transfer = 0; transfer < money.transfers().size(); transfer++) {
            search.from(transfer);
        }
        return search.found;
    }

    private void from(int transfer) {
        int start = money.from(transfer);
        int next = money.to(transfer);
        if (start < 0 || next < 0 || !money.isLookedAt(transfer, limits.minCents()) || isHub(next) || isHub(start)) {
            return;
        }
        latest = Math.addExact(money.time(transfer), limits.windowMillis());
        first = money.amount(transfer);
        path[0] = transfer;
        accounts[0] = start;
        accounts[1] = next;
        follow(1);
    }

    private boolean isHub(int account) {
        return money.outgoing().end(account) - money.outgoing().start(account) > limits.hubLimit();
    }

    private void follow(int length) {
        int account = accounts[length];
        var outgoing = money.outgoing();
        var paid = new HashSet<Integer>();
        for (long at = outgoing.positionFrom(account, path[0] + 1); at < outgoing.end(account); at++) {
            int transfer = outgoing.transfer(at);
            if (money.time(transfer) > latest) {
                return;
            }
            int to = money.to(transfer);
            if (to < 0 || !isAsMuch(money.amount(transfer)) || !paid.add(to)) {
                continue;
            }
            path[length] = transfer;
            if (to == accounts[0]) {
                close(length + 1);
            } else if (length + 1 < limits.maxLength() && !isOnPath(to, length) && !isHub(to)) {
                accounts[length + 1] = to;
                follow(length + 1);
            }
        }
    }

    private boolean isAsMuch(long amount) {
        return amount >= limits.minCents()
                && limits.isAtLeastShare(amount, first)
                && limits.isAtLeastShare(first, amount);
    }

    private boolean isOnPath(int account, int length) {
        for (int i = 0; i <= length; i++) {
            if (accounts[i] == account) {
                return true;
            }
        }
        return false;
    }

    private void close(int length) {
        if (length < limits.minAccounts()) {
            return;
        }
        var circle = new ArrayList<Integer>();
        for (int i = 0; i < length; i++) {
            circle.add(accounts[i]);
        }
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        Integer before = lastOf.get(circle);
        if (before == null || path[0] > before) {
            int[] transfers = Arrays.copyOf(path, length);
            lastOf.put(circle, Arrays.stream(transfers).max().orElseThrow());
            found.add(new Found(accounts[0], transfers));
        }
    }
}
