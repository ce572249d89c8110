package org.lianxin.analytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.core.Adjacency;
import org.lianxin.analytics.core.link.Linker;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.LocalEngine;
import org.lianxin.analytics.testkit.GeneratedCase;

/** How the time of each step grows from a hundredth of the rows to all of them, as a slope on logarithmic paper. */
final class Growth {
    private final Stopwatch watch;
    private final Map<String, double[]> seconds = new LinkedHashMap<>();

    Growth(Stopwatch watch) {
        this.watch = watch;
    }

    void run(long most, Path data) throws IOException {
        long[] sizes = {most / 100, most / 10, most};
        for (int i = 0; i < sizes.length; i++) {
            measure(sizes[i], i, data.resolve("rows-" + sizes[i]));
        }
        seconds.forEach((task, taken) ->
                watch.line("%-28s slope %.2f (goal %.2f: %s)   CPU s at %,d / %,d / %,d rows: %.2f %.2f %.2f"
                        .formatted(
                                task,
                                slope(taken),
                                goal(task),
                                slope(taken) <= goal(task) ? "met" : "NOT met",
                                sizes[0],
                                sizes[1],
                                sizes[2],
                                taken[0],
                                taken[1],
                                taken[2])));
    }

    private static double goal(String task) {
        return switch (task) {
            case "one trace" -> 0.1;
            case "FIFO, all rows", "HAIRCUT, all rows" -> 1.2;
            default -> 1.15;
        };
    }

    private static double slope(double[] taken) {
        return Math.log10(Math.max(1e-9, taken[2]) / Math.max(1e-9, taken[0])) / 2;
    }

    private void measure(long rows, int place, Path folder) throws IOException {
        new GeneratedCase(rows, (int) Math.max(1000, rows / 5), 50, 1).write(folder);
        keep(
                "load",
                place,
                watch.time(
                        "load", "lianxin", () -> EvidenceBench.importInto(folder.resolve("case"), folder) + " rows"));
        try (var index = CaseIndex.open(folder.resolve("case"))) {
            var table = index.transfers();
            var csr = watch.time("time-sorted adjacency", "lianxin", () -> {
                var adjacency = Adjacency.of(table.from(), table.accounts());
                return adjacency.transfers().size() + " entries";
            });
            keep("time-sorted adjacency", place, csr);
            keep("link", place, watch.time("link", "lianxin", () -> {
                var linked = Linker.link(index.pairs(), table.accounts(), index.identifiers(), 50);
                return linked.group().length + " accounts";
            }));
            var seeds = EvidenceBench.seeds(folder);
            var warm = new WarmTraces(index, seeds);
            long[] micros = warm.run(500);
            java.util.Arrays.sort(micros);
            seconds.computeIfAbsent("one trace", fresh -> new double[3])[place] = Math.max(1, micros[250]) / 1e6;
        }
        everything(place, folder);
    }

    /** The rules that keep the whole books: they go over every transfer of the case, whatever the seeds. */
    private void everything(int place, Path folder) throws IOException {
        try (var engine = LocalEngine.open(folder.resolve("case"), Clock.systemUTC())) {
            var seeds = EvidenceBench.seeds(folder);
            for (var rule : List.of(TraceRule.FIFO, TraceRule.HAIRCUT)) {
                keep(
                        rule + ", all rows",
                        place,
                        watch.time(
                                rule + ", all rows",
                                "lianxin",
                                () -> engine.trace(EvidenceBench.spec(seeds, rule))
                                                .edges()
                                                .size() + " edges"));
            }
        }
    }

    private void keep(String task, int place, Stopwatch.Taken taken) {
        seconds.computeIfAbsent(task, fresh -> new double[3])[place] = taken.cpuSeconds();
    }
}
