package org.lianxin.analytics.core.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lianxin.analytics.core.Adjacency;

/**
 * Accounts through which money runs: of what arrives within a window about as much leaves within it. Greedy in order of
 * time, like the fans.
 */
public final class PassThroughs {
    private final Money money;
    private final PatternLimits limits;
    private final List<Found> found = new ArrayList<>();

    private PassThroughs(Money money, PatternLimits limits) {
        this.money = money;
        this.limits = limits;
    }

    /** Finds all. */
    public static List<Found> find(Money money, PatternLimits limits) {
        var search = new PassThroughs(money, limits);
        for (int account = 0; account < money.transfers().accounts(); account++) {
            if (isNoHub(money.incoming(), account, limits) && isNoHub(money.outgoing(), account, limits)) {
                search.look(account);
            }
        }
        return search.found;
    }

    private static boolean isNoHub(Adjacency side, int account, PatternLimits limits) {
        long degree = side.end(account) - side.start(account);
        return degree > 0 && degree <= limits.hubLimit();
    }

    private void look(int account) {
        int[] in = lookedAt(money.incoming(), account);
        int[] out = lookedAt(money.outgoing(), account);
        if (in.length == 0 || out.length == 0) {
            return;
        }
        int start = 0;
        while (start < in.length) {
            long latest = Math.addExact(money.time(in[start]), limits.windowMillis());
            int inEnd = until(in, start, latest);
            int outStart = after(out, in[start]);
            int outEnd = until(out, outStart, latest);
            long arrived = sum(in, start, inEnd);
            long left = sum(out, outStart, outEnd);
            if (left > 0 && limits.isAtLeastShare(left, arrived) && limits.isAtLeastShare(arrived, left)) {
                int[] all = Arrays.copyOf(Arrays.copyOfRange(in, start, inEnd), inEnd - start + outEnd - outStart);
                System.arraycopy(out, outStart, all, inEnd - start, outEnd - outStart);
                Arrays.sort(all);
                found.add(new Found(account, all));
                start = inEnd;
            } else {
                start++;
            }
        }
    }

    private int until(int[] transfers, int start, long latest) {
        int end = start;
        while (end < transfers.length && money.time(transfers[end]) <= latest) {
            end++;
        }
        return end;
    }

    private static int after(int[] transfers, int transfer) {
        int at = Arrays.binarySearch(transfers, transfer);
        return at >= 0 ? at : -at - 1;
    }

    private long sum(int[] transfers, int start, int end) {
        long sum = 0;
        for (int i = start; i < end; i++) {
            sum = Math.addExact(sum, money.amount(transfers[i]));
        }
        return sum;
    }

    private int[] lookedAt(Adjacency side, int account) {
        int[] transfers = new int[(int) (side.end(account) - side.start(account))];
        int count = 0;
        for (long at = side.start(account); at < side.end(account); at++) {
            if (money.isLookedAt(side.transfer(at), limits.minCents())) {
                transfers[count++] = side.transfer(at);
            }
        }
        return Arrays.copyOf(transfers, count);
    }
}
