package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.IntColumn;

/** Makes the index of a case from all its parts. The same evidence gives the same bytes. */
final class IndexBuilder {
    private static final int BYTES_PER_ROW_IN_RANGE = 56;
    private static final String SKEWED = "clocks of the two sides differ";
    private static final String BOTH_SIDES = "both sides told under ids of their own";

    private final Path folder;
    private final long memoryBytes;
    private final int threads;
    private final ExecutorService pool;
    private final Progress progress;

    IndexBuilder(Path folder, long memoryBytes, int threads, ExecutorService pool, Progress progress) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
        this.threads = threads;
        this.pool = pool;
        this.progress = progress;
    }

    /** What the index holds, and what became of the rows that are not in it. */
    record Built(
            long transfers,
            long duplicates,
            long conflicts,
            List<String> currencies,
            List<String> channels,
            Map<String, Long> notes,
            DuplicateFinder dropped,
            CallMerge calls) {}

    Built build(List<TransferMerge.PartOfSource> parts) throws IOException {
        Files.createDirectories(folder);
        try (var arena = Arena.ofShared()) {
            var columns = new Columns(folder, arena);
            var opened = parts.stream().map(TransferMerge.PartOfSource::part).toList();
            progress.at("accounts", 0, 1);
            var accounts = new TextMerge(opened.stream().map(Part::accounts).toList());
            accounts.write(columns, Columns.ACCOUNT);
            var calls = new LinkIndex(columns, parts, accounts).write();
            progress.at("duplicates", 0, 1);
            var numbers = new ArrayList<int[]>();
            for (int i = 0; i < opened.size(); i++) {
                numbers.add(accounts.numbersOf(i));
            }
            var dropped = new DuplicateFinder(opened, numbers, memoryBytes);
            dropped.run();
            List<String> currencies = labels(opened, Part::currencies);
            List<String> channels = labels(opened, Part::channels);
            var relabels = opened.stream()
                    .map(part -> Relabel.of(part, currencies, channels))
                    .toList();
            long bothSides = new TwoSides(opened, dropped, relabels, memoryBytes).drop();
            int rowsPerRange = Math.clamp(memoryBytes / threads / BYTES_PER_ROW_IN_RANGE, 10_000, 2_000_000);
            long rows = new TransferMerge(parts, dropped, relabels).run(columns, rowsPerRange, pool, progress);
            writeAdjacency(columns, accounts.size());
            return new Built(
                    rows,
                    count(opened.size(), dropped::duplicates) + count(opened.size(), calls::duplicates),
                    count(opened.size(), dropped::conflicts),
                    currencies,
                    channels,
                    notes(columns, accounts.size(), opened, Map.of(SKEWED, dropped.skewed(), BOTH_SIDES, bothSides)),
                    dropped,
                    calls);
        }
    }

    private static long count(int parts, Function<Integer, java.util.BitSet> rows) {
        long sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += rows.apply(i).cardinality();
        }
        return sum;
    }

    private static List<String> labels(List<Part> parts, Function<Part, List<String>> labels) {
        var all = new TreeSet<String>();
        parts.forEach(part -> all.addAll(labels.apply(part)));
        return List.copyOf(all);
    }

    private void writeAdjacency(Columns columns, int accounts) throws IOException {
        progress.at("adjacency", 0, 1);
        Together.run(pool, List.of(true, false), out -> {
            IntColumn keys = columns.ints(out ? Columns.FROM : Columns.TO);
            long kept = 0;
            for (long i = 0; i < keys.size(); i++) {
                kept += keys.get(i) >= 0 ? 1 : 0;
            }
            new Adjacency(
                            columns.createLongs(out ? Columns.OUT_OFFSETS : Columns.IN_OFFSETS, accounts + 1L),
                            columns.createInts(out ? Columns.OUT : Columns.IN, kept))
                    .fill(keys);
        });
    }

    private static Map<String, Long> notes(Columns columns, int accounts, List<Part> parts, Map<String, Long> reports)
            throws IOException {
        var notes = new TreeMap<String, Long>();
        if (columns.has(Columns.BALANCE)) {
            var balances = new Balances(accounts);
            balances.run(
                    columns.ints(Columns.FROM),
                    columns.ints(Columns.TO),
                    columns.longs(Columns.AMOUNT),
                    columns.ints(Columns.MARKS),
                    columns.longs(Columns.BALANCE));
            var opening = columns.createLongs(Columns.OPENING, accounts);
            for (int account = 0; account < accounts; account++) {
                opening.set(account, balances.opening()[account]);
            }
            note(notes, "balance contradicts the amounts", balances.contradictions());
        }
        reports.forEach((what, count) -> note(notes, what, count));
        note(
                notes,
                "field not in the encoding of its file",
                parts.stream()
                        .mapToLong(part -> part.counters().otherEncoding())
                        .sum());
        IntColumn marks = columns.ints(Columns.MARKS);
        long reversals = 0;
        long selves = 0;
        for (long i = 0; i < marks.size(); i++) {
            reversals += marks.get(i) / TransferPart.REVERSAL & 1;
            selves += marks.get(i) / TransferPart.SELF & 1;
        }
        note(notes, "reversal", reversals);
        note(notes, "transfer to itself", selves);
        return notes;
    }

    private static void note(Map<String, Long> notes, String what, long count) {
        if (count > 0) {
            notes.put(what, count);
        }
    }
}
