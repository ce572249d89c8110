package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Money that comes back: a chain of transfers, each later than the one before, through different accounts, ending where it
 * began within the window, each carrying about as much as the first. Every cycle is found once, from its first transfer.
 */
public final class Cycles {
    private final Money money;
    private final PatternLimits limits;
    private final List<Found> found = new ArrayList<>();
    private final int[] path;
    private final int[] accounts;
    private long latest;
    private long first;

    private Cycles(Money money, PatternLimits limits) {
        this.money = money;
        this.limits = limits;
        path = new int[limits.maxLength()];
        accounts = new int[limits.maxLength() + 1];
    }

    /** Finds all. */
    public static List<Found> find(Money money, PatternLimits limits) {
        var search = new Cycles(money, limits);
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
        for (long at = outgoing.positionFrom(account, path[length - 1] + 1); at < outgoing.end(account); at++) {
            int transfer = outgoing.transfer(at);
            if (money.time(transfer) > latest) {
                return;
            }
            int to = money.to(transfer);
            if (to < 0 || !carriesAsMuch(transfer)) {
                continue;
            }
            path[length] = transfer;
            if (to == accounts[0]) {
                found.add(new Found(to, Arrays.copyOf(path, length + 1)));
            } else if (length + 1 < limits.maxLength() && !isOnPath(to, length) && !isHub(to)) {
                accounts[length + 1] = to;
                follow(length + 1);
            }
        }
    }

    private boolean carriesAsMuch(int transfer) {
        long amount = money.amount(transfer);
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
}
