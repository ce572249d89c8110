package org.lianxin.analytics.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.LocalEngine;
import org.lianxin.analytics.local.book.LeadBook;
import org.lianxin.analytics.local.book.LeadSheets;
import org.lianxin.analytics.local.book.Leads;
import org.lianxin.analytics.testkit.GeneratedCase;

/** The lead book at its full size, twice from the same case: 2,000 subjects, 5,000 pages, the same bytes. */
final class BookBench {
    private static final int ROWS_OF_A_RING = 500;
    private static final int PAGES = 5000;
    private static final List<PatternKind> IN_THE_BOOK = List.of(
            PatternKind.FAN_IN_CASH_OUT,
            PatternKind.CYCLE,
            PatternKind.PASS_THROUGH,
            PatternKind.DORMANT_THEN_ACTIVE,
            PatternKind.CARDS_PASSED_ON);

    private final Stopwatch watch;
    private final Path data;

    BookBench(Stopwatch watch, Path data) {
        this.watch = watch;
        this.data = data;
    }

    void run(int subjects) throws IOException {
        long rows = (long) subjects * ROWS_OF_A_RING;
        new GeneratedCase(rows, EvidenceBench.accountsOf(rows), subjects, 1).write(data);
        watch.time("import", "lianxin", () -> EvidenceBench.importInto(data.resolve("case"), data) + " rows");
        int pages = write("one", subjects);
        write("two", subjects);
        for (String kind : List.of("pdf", "xlsx")) {
            boolean same = Files.mismatch(data.resolve("one." + kind), data.resolve("two." + kind)) == -1;
            watch.line("%s: %,d bytes, written twice: %s"
                    .formatted(kind, Files.size(data.resolve("one." + kind)), same ? "the same" : "NOT the same"));
        }
        watch.line("%,d subjects, %,d pages (goal 2,000 and 5,000: %s)"
                .formatted(subjects, pages, subjects >= 2000 && pages >= PAGES ? "met" : "NOT met"));
    }

    private int write(String name, int subjects) throws IOException {
        int[] pages = new int[1];
        try (var engine = LocalEngine.open(data.resolve("case"), Clock.systemUTC());
                var index = CaseIndex.open(data.resolve("case"))) {
            var leads = new Leads[1];
            timed("trace, link, patterns", () -> {
                leads[0] = new Leads(
                        index,
                        engine.trace(EvidenceBench.spec(EvidenceBench.seeds(data), TraceRule.WINDOWED)),
                        engine.link(new LinkSpec(50)),
                        IN_THE_BOOK.stream()
                                .map(kind -> engine.find(PatternSpec.usual(kind)))
                                .toList());
                return "";
            });
            timed("lead book, PDF", () -> {
                pages[0] = new LeadBook(leads[0], subjects).write(data.resolve(name + ".pdf"));
                return "%,d pages".formatted(pages[0]);
            });
            timed("lead book, workbook", () -> {
                new LeadSheets(leads[0]).write(data.resolve(name + ".xlsx"));
                return "";
            });
        }
        return pages[0];
    }

    private void timed(String task, Stopwatch.Work work) {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        watch.time(task, "lianxin", work);
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        watch.line("  -> heap at most %,d MB, garbage counted".formatted(peak >> 20));
    }
}
