package org.lianxin.analytics.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lianxin.analytics.core.RadixSort;

/** Writes who has what since when, when accounts were opened, and who called whom: all of it without the transfers. */
final class LinkIndex {
    private final Columns columns;
    private final List<TransferMerge.PartOfSource> parts;
    private final List<int[]> accounts = new ArrayList<>();
    private final List<int[]> identifiers = new ArrayList<>();
    private final int accountCount;

    LinkIndex(Columns columns, List<TransferMerge.PartOfSource> parts, TextMerge accounts) throws IOException {
        this.columns = columns;
        this.parts = parts;
        accountCount = accounts.size();
        var texts = new TextMerge(
                parts.stream().map(one -> one.part().identifiers()).toList());
        texts.write(columns, Columns.IDENTIFIER);
        for (int i = 0; i < parts.size(); i++) {
            this.accounts.add(accounts.numbersOf(i));
            identifiers.add(texts.numbersOf(i));
        }
    }

    /** Writes all and returns the calls, of which some are told twice. */
    CallMerge write() throws IOException {
        writePairs();
        writeOpened();
        var calls = new CallMerge(parts, identifiers);
        calls.write(columns);
        return calls;
    }

    private void writePairs() throws IOException {
        int total = 0;
        for (var one : parts) {
            total = Math.addExact(total, Math.toIntExact(one.part().pairs().size()));
        }
        long[] pairs = new long[total];
        long[] first = new long[total];
        int count = 0;
        for (int p = 0; p < parts.size(); p++) {
            var local = parts.get(p).part().pairs();
            var moments = parts.get(p).part().pairFirst();
            for (long i = 0; i < local.size(); i++) {
                long pair = local.get(i);
                first[count] = moments.get(i);
                pairs[count++] = (long) accounts.get(p)[(int) (pair >> 32)] << 32
                        | identifiers.get(p)[(int) pair];
            }
        }
        int[] order = RadixSort.order(pairs, total);
        int distinct = 0;
        for (int i = 0; i < total; i++) {
            distinct += i == 0 || pairs[order[i]] != pairs[order[i - 1]] ? 1 : 0;
        }
        var column = columns.createLongs(Columns.PAIRS, distinct);
        var moments = columns.createLongs(Columns.PAIR_FIRST, distinct);
        int at = -1;
        for (int i = 0; i < total; i++) {
            if (i == 0 || pairs[order[i]] != pairs[order[i - 1]]) {
                column.set(++at, pairs[order[i]]);
                moments.set(at, first[order[i]]);
            } else {
                moments.set(at, Math.min(moments.get(at), first[order[i]]));
            }
        }
    }

    private void writeOpened() throws IOException {
        if (parts.stream().allMatch(one -> one.part().openedAccounts().size() == 0)) {
            return;
        }
        var column = columns.createLongs(Columns.OPENED, accountCount);
        for (int account = 0; account < accountCount; account++) {
            column.set(account, FirstSeen.UNKNOWN);
        }
        for (int p = 0; p < parts.size(); p++) {
            var local = parts.get(p).part().openedAccounts();
            for (long i = 0; i < local.size(); i++) {
                int account = accounts.get(p)[(int) local.get(i)];
                column.set(
                        account,
                        Math.min(
                                column.get(account),
                                parts.get(p).part().openedAt().get(i)));
            }
        }
    }
}
