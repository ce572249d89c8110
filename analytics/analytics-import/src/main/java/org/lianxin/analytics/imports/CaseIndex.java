package org.lianxin.analytics.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.core.TransferTable;

/** An open case: everything mapped, nothing loaded. Safe for use by several threads until closed. */
public final class CaseIndex implements CaseView, AutoCloseable {
    private static final int TAIL_BITS = 1 << 20;

    private final Arena arena;
    private final Manifest manifest;
    private final TransferTable transfers;
    private final Adjacency outgoing;
    private final Adjacency incoming;
    private final TextTable accounts;
    private final TextTable identifiers;
    private final LongColumn idEnds;
    private final MemorySegment ids;
    private final LongColumn origins;
    private final IntColumn marks;
    private final LongColumn pairs;
    private final LongColumn pairFirst;
    private final @Nullable LongColumn opened;
    private final CallTable calls;
    private final @Nullable LongColumn opening;

    private CaseIndex(Arena arena, Manifest manifest, Columns columns) throws IOException {
        this.arena = arena;
        this.manifest = manifest;
        accounts = columns.texts(Columns.ACCOUNT);
        identifiers = columns.texts(Columns.IDENTIFIER);
        transfers = new TransferTable(
                accounts.size(),
                columns.longs(Columns.TIME),
                columns.ints(Columns.FROM),
                columns.ints(Columns.TO),
                columns.longs(Columns.AMOUNT));
        outgoing = new Adjacency(columns.longs(Columns.OUT_OFFSETS), columns.ints(Columns.OUT));
        incoming = new Adjacency(columns.longs(Columns.IN_OFFSETS), columns.ints(Columns.IN));
        idEnds = columns.longs(Columns.ID_END);
        ids = columns.open(Columns.IDS);
        origins = columns.longs(Columns.ORIGIN);
        marks = columns.ints(Columns.MARKS);
        pairs = columns.longs(Columns.PAIRS);
        pairFirst = columns.longs(Columns.PAIR_FIRST);
        opened = columns.has(Columns.OPENED) ? columns.longs(Columns.OPENED) : null;
        calls = CallTable.of(columns);
        opening = columns.has(Columns.OPENING) ? columns.longs(Columns.OPENING) : null;
    }

    /** Opens a case; {@link EvidenceProblem} if there is none. */
    public static CaseIndex open(Path caseFolder) {
        var arena = Arena.ofShared();
        try {
            var manifest = Manifest.find(caseFolder);
            if (manifest == null) {
                throw new EvidenceProblem(
                        "no-case", "%s holds no case. Import evidence into it first.".formatted(caseFolder));
            }
            return new CaseIndex(arena, manifest, new Columns(caseFolder.resolve(manifest.index()), arena));
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Under which the case stands; null for the data of a benchmark. */
    public @Nullable Authority authority() {
        return manifest.authority();
    }

    /** What was loaded. */
    public ImportReport report() {
        return manifest.report();
    }

    @Override
    public TransferTable transfers() {
        return transfers;
    }

    @Override
    public Adjacency outgoing() {
        return outgoing;
    }

    @Override
    public Adjacency incoming() {
        return incoming;
    }

    @Override
    public String account(int number) {
        return accounts.get(number);
    }

    @Override
    public int findAccount(String account) {
        return accounts.find(account);
    }

    @Override
    public int identifiers() {
        return identifiers.size();
    }

    @Override
    public String identifier(int number) {
        return identifiers.get(number);
    }

    @Override
    public LongColumn pairs() {
        return pairs;
    }

    @Override
    public LongColumn pairFirst() {
        return pairFirst;
    }

    @Override
    public @Nullable LongColumn opened() {
        return opened;
    }

    /** Calls between numbers of the case. */
    public CallTable calls() {
        return calls;
    }

    /** Identifiers of an account, ascending. */
    public List<Integer> identifiersOf(int account) {
        var own = new ArrayList<Integer>();
        long key = (long) account << 32;
        for (long at = pairs.lowerBound(0, pairs.size(), key);
                at < pairs.size() && pairs.get(at) >>> 32 == account;
                at++) {
            own.add((int) pairs.get(at));
        }
        return own;
    }

    @Override
    public @Nullable LongColumn opening() {
        return opening;
    }

    /** File and line of a transfer, as {@code file:line}. */
    public String origin(int transfer) {
        return place(origins.get(transfer));
    }

    /** File and line of a call. */
    public String originOfCall(int call) {
        return place(calls.origin().get(call));
    }

    private String place(long origin) {
        return report().sources().get((int) (origin >> 40)).name() + ":" + (origin & (1L << 40) - 1);
    }

    /** Currency of a transfer. */
    public String currency(int transfer) {
        return manifest.currencies().get(currencyNumber(transfer));
    }

    /** Place of a transfer's currency among {@link #currencies()}. */
    public int currencyNumber(int transfer) {
        return marks.get(transfer) & TransferPart.CURRENCY_MASK;
    }

    /** Currencies of the case. */
    public List<String> currencies() {
        return manifest.currencies();
    }

    @Override
    public String transactionId(int transfer) {
        long start = transfer == 0 ? 0 : idEnds.get(transfer - 1);
        return new String(
                ids.asSlice(start, idEnds.get(transfer) - start).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, Integer> findTransfers(Collection<String> wanted) {
        var found = new HashMap<String, Integer>();
        Set<String> missing = new HashSet<>(wanted);
        // most rows are told apart by the length and the last bytes of their id, without making a text of it
        long[] tails = new long[TAIL_BITS / Long.SIZE];
        for (String id : wanted) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            int tail = tail(MemorySegment.ofArray(bytes), 0, bytes.length);
            tails[tail >>> 6] |= 1L << tail;
        }
        long start = 0;
        for (int transfer = 0; transfer < transfers.size() && !missing.isEmpty(); transfer++) {
            long end = idEnds.get(transfer);
            int tail = tail(ids, start, end);
            if ((tails[tail >>> 6] & (1L << tail)) != 0) {
                String id = transactionId(transfer);
                if (missing.remove(id)) {
                    found.put(id, transfer);
                }
            }
            start = end;
        }
        return found;
    }

    /** The last bytes of an id differ most. */
    private static int tail(MemorySegment text, long start, long end) {
        long value = end - start;
        for (long at = Math.max(start, end - 6); at < end; at++) {
            value = value * 31 + text.get(ValueLayout.JAVA_BYTE, at);
        }
        return (int) ((value * 0x9E3779B97F4A7C15L) >>> 44) & (TAIL_BITS - 1);
    }

    @Override
    public void close() {
        arena.close();
    }
}
