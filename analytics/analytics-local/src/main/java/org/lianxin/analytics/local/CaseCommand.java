package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** {@code case}: from files to the lead book in one go: import, trace, link, patterns, book, workbook and chart. */
final class CaseCommand implements EvidenceCommand.Word {
    private final InputStream answers;
    private final Clock clock;

    CaseCommand(InputStream answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** A step on the way. */
    private interface Step {
        void run() throws IOException;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        Path folder = options.path("out");
        boolean traced = options.has("seeds") || options.has("account");
        step("import", out, () -> new ImportCommand(answers, clock).run(options, out));
        Files.createDirectories(folder);
        if (traced) {
            step("trace", out, () -> new TraceCommand(clock).run(into(options, folder.resolve("trace")), out));
        }
        step("link", out, () -> new LinkCommand(clock).run(into(options, folder.resolve("links")), out));
        var files = List.of(folder.resolve("lead-book.pdf"), folder.resolve("lead-book.xlsx"));
        step("book", out, () -> new BookCommand(clock).write(options, files, out));
        if (traced) {
            step("chart", out, () -> {
                new ChartCommand(clock).run(into(options, folder.resolve("flow.svg")), out);
                new ChartCommand(clock).run(into(options, folder.resolve("flow.png")), out);
            });
        }
    }

    private static Options into(Options options, Path target) {
        return options.with("out", target.toString());
    }

    private static void step(String name, PrintStream out, Step step) throws IOException {
        long started = System.nanoTime();
        step.run();
        out.printf("== %s: %.1f s%n", name, (System.nanoTime() - started) / 1e9);
    }
}
