package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternSpec;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.book.LeadBook;

/** {@code book}: traces the seeds if there are any, links, looks for patterns, and writes it all down by subject. */
final class BookCommand implements EvidenceCommand.Word {
    private static final List<PatternKind> IN_THE_BOOK =
            List.of(PatternKind.FAN_IN_CASH_OUT, PatternKind.CYCLE, PatternKind.PASS_THROUGH);

    private final Clock clock;

    BookCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        Path file = options.path("out");
        try (var engine = LocalEngine.open(options.path("case"), clock);
                var index = CaseIndex.open(options.path("case"))) {
            var trace = engine.trace(TraceCommand.spec(options, true));
            var links = engine.link(new LinkSpec(options.number("ignore-shared-by-more-than", 50)));
            Stream<PatternKind> kinds = options.has("no-patterns") ? Stream.of() : IN_THE_BOOK.stream();
            var patterns =
                    kinds.map(kind -> engine.find(PatternSpec.usual(kind))).toList();
            int pages = new LeadBook(index, trace, links, patterns).write(file);
            out.printf("%,d pages: %s%n", pages, file);
        }
    }
}
