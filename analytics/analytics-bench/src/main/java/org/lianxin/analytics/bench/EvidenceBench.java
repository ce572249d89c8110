package org.lianxin.analytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.core.link.Linker;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.imports.Importer;
import org.lianxin.analytics.imports.Progress;
import org.lianxin.analytics.local.LocalEngine;
import org.lianxin.analytics.testkit.GeneratedCase;
import org.lianxin.analytics.testkit.PlantedRings;

/**
 * Generates a case and asks everybody the same. Arguments: rows (a million if missing), folder for the data; or
 * {@code generate ROWS FOLDER}, {@code growth ROWS [FOLDER]}, {@code finbench SNAPSHOT [COPIES [FOLDER]]},
 * {@code book SUBJECTS [FOLDER]}, {@code rings FOLDER LEADS}.
 */
public final class EvidenceBench {
    private static final Authority AUTHORITY = new Authority(
            "基准测试",
            "无",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"),
            LocalDate.of(2099, 1, 1));
    private static final int WARM = 2000;

    private final Stopwatch watch = new Stopwatch();
    private final Path data;
    private final long rows;

    private EvidenceBench(Path data, long rows) {
        this.data = data;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayDeque<>(List.of(arguments));
        String task = words.isEmpty() || Character.isDigit(words.getFirst().charAt(0)) ? "rivals" : words.removeFirst();
        if (task.equals("generate")) {
            long rows = Long.parseLong(words.removeFirst());
            new GeneratedCase(rows, accountsOf(rows), (int) Math.max(1, rows / 20_000), 1)
                    .write(Path.of(words.removeFirst()));
            return;
        }
        if (task.equals("rings")) {
            var rings = PlantedRings.in(Path.of(words.removeFirst()), Path.of(words.removeFirst()));
            System.out.printf(
                    "%,d rings planted, %,d subjects with victims' money, %,d of them a whole ring: recall %.4f, precision %.4f%n",
                    rings.planted(), rings.subjects(), rings.whole(), rings.recall(), rings.precision());
            return;
        }
        String first = words.isEmpty() ? (task.equals("book") ? "2000" : "1000000") : words.removeFirst();
        int copies = task.equals("finbench") && !words.isEmpty() ? Integer.parseInt(words.removeFirst()) : 60;
        boolean given = !words.isEmpty();
        Path data = given
                ? Files.createDirectories(Path.of(words.removeFirst()))
                : Files.createTempDirectory("lianxin-evidence");
        switch (task) {
            case "rivals" -> new EvidenceBench(data, Long.parseLong(first)).run();
            case "growth" -> new Growth(new Stopwatch()).run(Long.parseLong(first), data);
            case "finbench" -> new FinBenchLatency(new Stopwatch()).run(Path.of(first), copies, data);
            case "book" -> new BookBench(new Stopwatch(), data).run(Integer.parseInt(first));
            default ->
                throw new IllegalArgumentException(
                        "bench evidence knows [ROWS], generate, growth, finbench, book and rings, not " + task);
        }
        if (!given) {
            delete(data);
        }
    }

    static int accountsOf(long rows) {
        return (int) Math.max(1000, rows / 5);
    }

    private void run() throws Exception {
        watch.line("case-evidence engine, %,d transfers, %d processors, heap %,d MB"
                .formatted(
                        rows,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        new GeneratedCase(rows, accountsOf(rows), 50, 1).write(data);
        // once small, so that neither side pays for its start
        load(data.resolve("warm"), 100_000);
        var transfers = data.resolve("transfers.csv");
        var logins = data.resolve("logins.csv");
        watch.time("read the file, find line feeds", "the limit", () -> lineFeeds(transfers) + " lines");
        var ours = watch.time("CSV -> indexed case", "lianxin", () -> importInto(data.resolve("case"), data) + " rows");
        try (var duck = new DuckDb(data.resolve("duck.db"))) {
            var theirs = watch.time("CSV -> encoded, ordered edges", "DuckDB", () -> duck.load(transfers, logins));
            watch.ratio("loading", ours, theirs, 2);
            watch.line("  -> %,.0f rows/s a core (goal 2,000,000)".formatted(rows * 1.1 / ours.cpuSeconds()));
            link(duck);
            trace(duck);
        }
    }

    private static void load(Path folder, long size) throws IOException {
        new GeneratedCase(size, 10_000, 5, 2).write(folder);
        importInto(folder.resolve("case"), folder);
    }

    static long importInto(Path folder, Path from) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        return Importer.run(
                        new ImportSpec(
                                folder,
                                AUTHORITY,
                                List.of(from.resolve("transfers.csv")),
                                List.of(from.resolve("logins.csv")),
                                List.of(),
                                threads,
                                1L << 30),
                        Progress.SILENT)
                .loaded();
    }

    private static long lineFeeds(Path file) throws IOException {
        long count = 0;
        byte[] block = new byte[1 << 20];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    count += block[i] == '\n' ? 1 : 0;
                }
            }
        }
        return count;
    }

    private void link(DuckDb duck) throws Exception {
        try (var index = CaseIndex.open(data.resolve("case"))) {
            var ours = watch.time("components over shared identifiers", "lianxin", () -> {
                var linked = Linker.link(index.pairs(), index.transfers().accounts(), index.identifiers(), 50);
                int[] sizes = new int[linked.group().length];
                Arrays.stream(linked.group()).forEach(root -> sizes[root]++);
                return Arrays.stream(sizes).filter(size -> size > 1).count() + " groups";
            });
            var duckDb = watch.time("components over shared identifiers", "DuckDB", duck::link);
            var jgrapht = watch.time("components over shared identifiers", "JGraphT", () -> jgrapht(index));
            watch.ratio("linking, DuckDB", ours, duckDb, 20);
            watch.ratio("linking, JGraphT", ours, jgrapht, 30);
        }
    }

    private static String jgrapht(CaseIndex index) {
        var graph = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
        int[] shared = new int[index.identifiers()];
        for (long i = 0; i < index.pairs().size(); i++) {
            shared[(int) index.pairs().get(i)]++;
        }
        for (long i = 0; i < index.pairs().size(); i++) {
            int identifier = (int) index.pairs().get(i);
            if (shared[identifier] > 1 && shared[identifier] <= 50) {
                int account = (int) (index.pairs().get(i) >>> 32);
                graph.addVertex(account);
                graph.addVertex(-1 - identifier);
                graph.addEdge(account, -1 - identifier);
            }
        }
        return new ConnectivityInspector<>(graph).connectedSets().size() + " groups";
    }

    private void trace(DuckDb duck) throws IOException {
        var seeds = seeds(data);
        try (var engine = LocalEngine.open(data.resolve("case"), Clock.systemUTC())) {
            for (var rule : TraceRule.values()) {
                watch.time(
                        "trace " + seeds.size() + " victims at once, " + rule,
                        "lianxin",
                        () -> engine.trace(spec(seeds, rule)).accounts().size() + " accounts");
            }
        }
        String one = seeds.getFirst().transactionId();
        var theirs = watch.time("one victim, reachability only", "DuckDB", () -> duck.trace(one));
        try (var index = CaseIndex.open(data.resolve("case"))) {
            var warm = new WarmTraces(index, seeds);
            long[] micros = warm.run(WARM);
            Arrays.sort(micros);
            watch.line(
                    "one victim, WINDOWED, warm: p50 %.3f ms, p99 %.3f ms over %,d traces (goal 0.5 and 5); DuckDB %.0f x as long"
                            .formatted(
                                    micros[WARM / 2] / 1e3,
                                    micros[WARM * 99 / 100] / 1e3,
                                    WARM,
                                    theirs.wallSeconds() * 1e6 / Math.max(1, micros[WARM / 2])));
        }
    }

    static List<Seed> seeds(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("victims.csv")).stream()
                .skip(1)
                .map(line -> new Seed(line.substring(0, line.indexOf(',')), Seed.WHOLE))
                .toList();
    }

    static TraceSpec spec(List<Seed> seeds, TraceRule rule) {
        return new TraceSpec(
                seeds,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                rule,
                Duration.ofHours(24),
                10,
                1000,
                Direction.FORWARD);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
