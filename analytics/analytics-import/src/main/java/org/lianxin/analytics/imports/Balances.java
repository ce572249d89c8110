package org.lianxin.analytics.imports;

import java.util.Arrays;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;

/**
 * Stated balances against the amounts: reported, not believed. What they are good for is the balance before the first
 * transfer, which only they can tell.
 */
final class Balances {
    static final long UNKNOWN = TransferPart.NO_BALANCE;

    private final long[] running;
    private final long[] opening;
    private long contradictions;

    Balances(int accounts) {
        running = new long[accounts];
        opening = new long[accounts];
        Arrays.fill(opening, UNKNOWN);
    }

    void run(IntColumn from, IntColumn to, LongColumn amount, IntColumn marks, LongColumn balance) {
        for (long row = 0; row < amount.size(); row++) {
            int payer = from.get(row);
            int payee = to.get(row);
            if (payer >= 0) {
                running[payer] -= amount.get(row);
            }
            if (payee >= 0) {
                running[payee] += amount.get(row);
            }
            long stated = balance.get(row);
            int owner = (marks.get(row) & TransferPart.BALANCE_OF_PAYEE) != 0 ? payee : payer;
            if (stated != UNKNOWN && owner >= 0) {
                compare(owner, stated);
            }
        }
    }

    private void compare(int owner, long stated) {
        if (opening[owner] == UNKNOWN) {
            opening[owner] = Math.max(0, stated - running[owner]);
        } else if (opening[owner] >= 0 && running[owner] != stated) {
            contradictions++;
        }
        running[owner] = stated;
    }

    /** Rows whose balance is not what the amounts since the last one make it. */
    long contradictions() {
        return contradictions;
    }

    /** Of each account, in cents; {@link #UNKNOWN} if no balance is stated. */
    long[] opening() {
        return opening;
    }
}
