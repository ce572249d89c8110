package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Accounts that wake up: after a long silence they exchange money with many others within the window. The evidence is
 * the last transfer before the silence and all of the window.
 */
public final class Awakenings {
    private final Money money;
    private final PatternLimits limits;
    private final List<Found> found = new ArrayList<>();

    private Awakenings(Money money, PatternLimits limits) {
        this.money = money;
        this.limits = limits;
    }

    /** Finds all. */
    public static List<Found> find(Money money, PatternLimits limits) {
        var search = new Awakenings(money, limits);
        for (int account = 0; account < money.transfers().accounts(); account++) {
            long in = money.incoming().end(account) - money.incoming().start(account);
            long out = money.outgoing().end(account) - money.outgoing().start(account);
            if (in + out > 1 && in <= limits.hubLimit() && out <= limits.hubLimit()) {
                search.look(account, new int[(int) (in + out)]);
            }
        }
        return search.found;
    }

    private void look(int account, int[] room) {
        int[] transfers = lookedAt(account, room);
        int at = 1;
        while (at < transfers.length) {
            if (money.time(transfers[at]) - money.time(transfers[at - 1]) < limits.quietMillis()) {
                at++;
                continue;
            }
            int end = at;
            var others = new HashSet<Integer>();
            while (end < transfers.length
                    && money.time(transfers[end]) - money.time(transfers[at]) <= limits.windowMillis()) {
                others.add(other(account, transfers[end++]));
            }
            others.removeIf(other -> other < 0);
            if (others.size() >= limits.minAccounts()) {
                found.add(new Found(account, Arrays.copyOfRange(transfers, at - 1, end)));
                at = end;
            } else {
                at++;
            }
        }
    }

    private int other(int account, int transfer) {
        return money.from(transfer) == account ? money.to(transfer) : money.from(transfer);
    }

    private int[] lookedAt(int account, int[] room) {
        int count = 0;
        for (var side : List.of(money.incoming(), money.outgoing())) {
            for (long at = side.start(account); at < side.end(account); at++) {
                if (money.isLookedAt(side.transfer(at), limits.minCents())) {
                    room[count++] = side.transfer(at);
                }
            }
        }
        int[] transfers = Arrays.copyOf(room, count);
        Arrays.sort(transfers);
        return transfers;
    }
}
