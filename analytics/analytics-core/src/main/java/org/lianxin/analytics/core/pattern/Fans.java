package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.analytics.core.Adjacency;

/**
 * Many accounts on one side of one within the window. Of one account's transfers the earliest window that is enough is
 * taken whole, and the search goes on after it, so that no transfer is in two patterns of one account.
 */
public final class Fans {
    private final Money money;
    private final PatternLimits limits;
    private final Adjacency side;
    private final boolean in;
    private final boolean cashOut;
    private final List<Found> found = new ArrayList<>();

    private Fans(Money money, PatternLimits limits, boolean in, boolean cashOut) {
        this.money = money;
        this.limits = limits;
        this.in = in;
        this.cashOut = cashOut;
        side = in ? money.incoming() : money.outgoing();
    }

    /** Many pay into one. */
    public static List<Found> in(Money money, PatternLimits limits) {
        return new Fans(money, limits, true, false).run();
    }

    /** One pays to many. */
    public static List<Found> out(Money money, PatternLimits limits) {
        return new Fans(money, limits, false, false).run();
    }

    /** Many pay into one, and most of it is taken out as cash within the window. */
    public static List<Found> inCashOut(Money money, PatternLimits limits) {
        return new Fans(money, limits, true, true).run();
    }

    private List<Found> run() {
        for (int account = 0; account < money.transfers().accounts(); account++) {
            long degree = side.end(account) - side.start(account);
            if (degree >= limits.minAccounts() && degree <= limits.hubLimit()) {
                look(account);
            }
        }
        return found;
    }

    private void look(int account) {
        int[] transfers = lookedAt(account);
        Map<Integer, Integer> others = new HashMap<>();
        int end = 0;
        int start = 0;
        while (start < transfers.length) {
            while (end < transfers.length
                    && money.time(transfers[end]) - money.time(transfers[start]) <= limits.windowMillis()) {
                others.merge(other(transfers[end++]), 1, Integer::sum);
            }
            if (others.size() >= limits.minAccounts() && keep(account, transfers, start, end)) {
                start = end;
                others.clear();
            } else {
                others.computeIfPresent(other(transfers[start++]), (key, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private int other(int transfer) {
        return in ? money.from(transfer) : money.to(transfer);
    }

    private int[] lookedAt(int account) {
        int[] transfers = new int[(int) (side.end(account) - side.start(account))];
        int count = 0;
        for (long at = side.start(account); at < side.end(account); at++) {
            int transfer = side.transfer(at);
            if (money.isLookedAt(transfer, limits.minCents()) && other(transfer) >= 0) {
                transfers[count++] = transfer;
            }
        }
        return Arrays.copyOf(transfers, count);
    }

    private boolean keep(int account, int[] transfers, int start, int end) {
        int[] fan = Arrays.copyOfRange(transfers, start, end);
        if (!cashOut) {
            found.add(new Found(account, fan));
            return true;
        }
        long arrived = 0;
        for (int transfer : fan) {
            arrived = Math.addExact(arrived, money.amount(transfer));
        }
        int[] cash = cashOf(account, fan[0]);
        long taken = 0;
        for (int transfer : cash) {
            taken = Math.addExact(taken, money.amount(transfer));
        }
        if (cash.length == 0 || !limits.isAtLeastShare(taken, arrived)) {
            return false;
        }
        int[] all = Arrays.copyOf(fan, fan.length + cash.length);
        System.arraycopy(cash, 0, all, fan.length, cash.length);
        Arrays.sort(all);
        found.add(new Found(account, all));
        return true;
    }

    private int[] cashOf(int account, int first) {
        var outgoing = money.outgoing();
        var cash = new ArrayList<Integer>();
        for (long at = outgoing.positionFrom(account, first); at < outgoing.end(account); at++) {
            int transfer = outgoing.transfer(at);
            if (money.time(transfer) - money.time(first) > limits.windowMillis()) {
                break;
            }
            if (money.to(transfer) < 0) {
                cash.add(transfer);
            }
        }
        return cash.stream().mapToInt(Integer::intValue).toArray();
    }
}
