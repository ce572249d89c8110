package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.book.LeadBook;
import org.lianxin.analytics.local.book.LeadSheets;
import org.lianxin.analytics.local.book.Leads;

/** {@code book}: traces the seeds if there are any, links, looks for patterns, and writes it all down by subject. */
final class BookCommand implements EvidenceCommand.Word {
    private static final int MOST_SUBJECTS = 2000;
    private static final List<PatternKind> IN_THE_BOOK = List.of(
            PatternKind.FAN_IN_CASH_OUT,
            PatternKind.CYCLE,
            PatternKind.PASS_THROUGH,
            PatternKind.DORMANT_THEN_ACTIVE,
            PatternKind.CARDS_PASSED_ON);

    private final Clock clock;

    BookCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        write(options, List.of(options.path("out")), out);
    }

    /** The same leads into each file: a workbook if its name ends so, the paged book otherwise. */
    void write(Options options, List<Path> files, PrintStream out) throws IOException {
        try (var engine = LocalEngine.open(options.path("case"), clock, options.currency());
                var index = CaseIndex.open(options.path("case"))) {
            var trace = engine.trace(TraceCommand.spec(options, true));
            var links = engine.link(new LinkSpec(options.number("ignore-shared-by-more-than", 50)));
            var patterns = kinds(options).stream()
                    .map(kind -> engine.find(PatternSpec.usual(kind)))
                    .toList();
            var leads = new Leads(index, trace, links, patterns);
            for (Path file : files) {
                if (file.toString().endsWith(".xlsx")) {
                    new LeadSheets(leads).write(file);
                    out.println(file);
                } else {
                    out.printf(
                            "%,d pages: %s%n",
                            new LeadBook(leads, options.number("max-subjects", MOST_SUBJECTS)).write(file), file);
                }
            }
        }
    }

    private static List<PatternKind> kinds(Options options) {
        if (options.has("no-patterns")) {
            return List.of();
        }
        return options.find("patterns")
                .map(names -> Arrays.stream(names.split(",", -1))
                        .map(FindCommand::kind)
                        .toList())
                .orElse(IN_THE_BOOK);
    }
}
