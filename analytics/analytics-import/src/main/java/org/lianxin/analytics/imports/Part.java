package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.IntSort;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.RadixSort;

/** A stretch of a file as it lies on disk: its rows in order of (time, transaction id), its own numbering of accounts. */
final class Part {
    private final SectionFile file;
    private final LongColumn time;
    private final LongColumn amount;
    private final LongColumn hash;
    private final LongColumn balance;
    private final IntColumn from;
    private final IntColumn to;
    private final IntColumn marks;
    private final IntColumn line;
    private final IntColumn idEnd;
    private final MemorySegment ids;
    private final List<String> currencies;
    private final List<String> channels;

    private Part(SectionFile file) {
        this.file = file;
        time = file.longs(0);
        amount = file.longs(1);
        hash = file.longs(2);
        balance = file.longs(3);
        from = file.ints(4);
        to = file.ints(5);
        marks = file.ints(6);
        line = file.ints(7);
        idEnd = file.ints(8);
        ids = file.bytes(9);
        currencies = labels(17);
        channels = labels(18);
    }

    static Part open(Path path, Arena arena) throws IOException {
        return new Part(SectionFile.open(path, arena));
    }

    /** What happened to the rows of the stretch. */
    record Counters(long rows, long taken, long quarantined, long lines, long start, long end, long otherEncoding) {
        long[] asLongs() {
            return new long[] {rows, taken, quarantined, lines, start, end, otherEncoding};
        }
    }

    Counters counters() {
        long[] c = file.counters();
        return new Counters(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
    }

    int rows() {
        return Math.toIntExact(time.size());
    }

    LongColumn time() {
        return time;
    }

    LongColumn amount() {
        return amount;
    }

    LongColumn hash() {
        return hash;
    }

    LongColumn balance() {
        return balance;
    }

    boolean hasBalance() {
        return balance.size() > 0;
    }

    IntColumn from() {
        return from;
    }

    IntColumn to() {
        return to;
    }

    IntColumn marks() {
        return marks;
    }

    IntColumn line() {
        return line;
    }

    IntColumn idEnd() {
        return idEnd;
    }

    MemorySegment ids() {
        return ids;
    }

    LocalTexts accounts() {
        return new LocalTexts(file.longs(10), file.ints(11), file.bytes(12));
    }

    LocalTexts identifiers() {
        return new LocalTexts(file.longs(13), file.ints(14), file.bytes(15));
    }

    LongColumn pairs() {
        return file.longs(16);
    }

    /** Of each pair. */
    LongColumn pairFirst() {
        return file.longs(19);
    }

    /** Accounts whose opening is known, ascending, and when they were opened. */
    LongColumn openedAccounts() {
        return file.longs(20);
    }

    LongColumn openedAt() {
        return file.longs(21);
    }

    Calls calls() {
        return new Calls(file.longs(22), file.longs(23), file.ints(24), file.ints(25));
    }

    /**
     * Calls in the order in which they were read.
     *
     * @param numbers caller above, callee below, as identifiers of the part
     */
    record Calls(LongColumn time, LongColumn numbers, IntColumn seconds, IntColumn line) {
        int size() {
            return Math.toIntExact(time.size());
        }
    }

    List<String> currencies() {
        return currencies;
    }

    List<String> channels() {
        return channels;
    }

    long idStart(int row) {
        return row == 0 ? 0 : idEnd.get(row - 1);
    }

    private List<String> labels(int section) {
        byte[] text = file.bytes(section).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        return Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    }

    /** The texts of a part's dictionary in order of (key, bytes). */
    record LocalTexts(LongColumn keys, IntColumn ends, MemorySegment heap) {
        int size() {
            return Math.toIntExact(keys.size());
        }

        long start(int id) {
            return id == 0 ? 0 : ends.get(id - 1);
        }

        long end(int id) {
            return ends.get(id);
        }
    }

    static void write(Path path, TransferPart part, Counters counted) throws IOException {
        int[] order = order(part);
        int[] idEnd = new int[part.rows];
        byte[] ids = ids(part, order, idEnd);
        var accounts = RankedTexts.of(part.accounts);
        var identifiers = RankedTexts.of(part.identifiers);
        var shared = part.pairs.renamed(pair ->
                (long) accounts.ranks()[(int) (pair >> 32)] << 32 | identifiers.ranks()[(int) pair]);
        var openings = part.opened.renamed(account -> accounts.ranks()[(int) account]);
        long[] pairs = shared.sorted();
        long[] opened = openings.sorted();
        SectionFile.write(
                path,
                counted.asLongs(),
                gather(part.time, order),
                gather(part.amount, order),
                gather(part.hash, order),
                balances(part, order),
                ranked(part.from, order, accounts.ranks()),
                ranked(part.to, order, accounts.ranks()),
                gather(part.marks, order),
                gather(part.line, order),
                MemorySegment.ofArray(idEnd),
                MemorySegment.ofArray(ids),
                MemorySegment.ofArray(accounts.keys()),
                MemorySegment.ofArray(accounts.ends()),
                MemorySegment.ofArray(accounts.heap()),
                MemorySegment.ofArray(identifiers.keys()),
                MemorySegment.ofArray(identifiers.ends()),
                MemorySegment.ofArray(identifiers.heap()),
                MemorySegment.ofArray(pairs),
                text(part.currencies.labels()),
                text(part.channels.labels()),
                MemorySegment.ofArray(Arrays.stream(pairs).map(shared::of).toArray()),
                MemorySegment.ofArray(opened),
                MemorySegment.ofArray(Arrays.stream(opened).map(openings::of).toArray()),
                MemorySegment.ofArray(Arrays.copyOf(part.calls.time, part.calls.size)),
                MemorySegment.ofArray(part.calls.numbers(identifiers.ranks())),
                MemorySegment.ofArray(Arrays.copyOf(part.calls.seconds, part.calls.size)),
                MemorySegment.ofArray(Arrays.copyOf(part.calls.line, part.calls.size)));
    }

    /** Nothing if no row states one. */
    private static MemorySegment balances(TransferPart part, int[] order) {
        if (part.balance.length == 0) {
            return MemorySegment.ofArray(part.balance);
        }
        long[] balance = Arrays.copyOf(part.balance, part.time.length);
        Arrays.fill(balance, part.balance.length, balance.length, TransferPart.NO_BALANCE);
        return gather(balance, order);
    }

    /** The ids in the new order; fills in where each ends. */
    private static byte[] ids(TransferPart part, int[] order, int[] idEnd) {
        byte[] ids = new byte[part.rows == 0 ? 0 : part.idEnd[part.rows - 1]];
        int at = 0;
        for (int i = 0; i < part.rows; i++) {
            int row = order[i];
            int start = row == 0 ? 0 : part.idEnd[row - 1];
            int length = part.idEnd[row] - start;
            System.arraycopy(part.ids, start, ids, at, length);
            at += length;
            idEnd[i] = at;
        }
        return ids;
    }

    private static int[] order(TransferPart part) {
        int[] order = RadixSort.order(part.time, part.rows);
        int from = 0;
        while (from < part.rows) {
            int to = from + 1;
            while (to < part.rows && part.time[order[to]] == part.time[order[from]]) {
                to++;
            }
            IntSort.sort(order, from, to, (left, right) -> compareIds(part, left, right));
            from = to;
        }
        return order;
    }

    private static int compareIds(TransferPart part, int left, int right) {
        return Arrays.compareUnsigned(
                part.ids,
                left == 0 ? 0 : part.idEnd[left - 1],
                part.idEnd[left],
                part.ids,
                right == 0 ? 0 : part.idEnd[right - 1],
                part.idEnd[right]);
    }

    private static MemorySegment gather(long[] values, int[] order) {
        long[] sorted = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
        }
        return MemorySegment.ofArray(sorted);
    }

    private static MemorySegment gather(int[] values, int[] order) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
        }
        return MemorySegment.ofArray(sorted);
    }

    /** Accounts by their ranks; nobody stays nobody. */
    private static MemorySegment ranked(int[] accounts, int[] order, int[] ranks) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int account = accounts[order[i]];
            sorted[i] = account < 0 ? account : ranks[account];
        }
        return MemorySegment.ofArray(sorted);
    }

    private static MemorySegment text(List<String> labels) {
        return MemorySegment.ofArray(String.join("\n", labels).getBytes(StandardCharsets.UTF_8));
    }
}
