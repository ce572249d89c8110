package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.imports.Importer;
import org.lianxin.analytics.local.finbench.FinBenchCase;

/** {@code import}: nothing without an authority; asks for what the command line does not say. */
final class ImportCommand implements EvidenceCommand.Word {
    private static final int USUAL_MEGABYTES = 1024;

    private final InputStream answers;
    private final Clock clock;

    ImportCommand(InputStream answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        Path folder = options.path("case");
        if (options.has("finbench")) {
            FinBenchCase.take(options.path("finbench"), folder);
            out.println("snapshot taken over; ask with evidence query --finbench");
            return;
        }
        var authority = Authorities.of(options, answers, out);
        Authorities.checkInForce(authority, clock);
        var spec = new ImportSpec(
                folder,
                authority,
                options.paths("transfers"),
                options.paths("logins"),
                options.paths("accounts"),
                options.paths("calls"),
                options.number("threads", Runtime.getRuntime().availableProcessors()),
                (long) options.number("memory", USUAL_MEGABYTES) << 20);
        if (spec.transfers().isEmpty()
                && spec.logins().isEmpty()
                && spec.accounts().isEmpty()
                && spec.calls().isEmpty()
                && !isExtension(options, folder)) {
            throw new EvidenceProblem(
                    "option", "Nothing to import: give --transfers, --logins, --accounts or --calls.");
        }
        long started = System.nanoTime();
        var report = Importer.run(spec, new ProgressLine(System.err));
        print(report, (System.nanoTime() - started) / 1e9, folder, out);
    }

    /** A case may be imported into without files to put off the expiry of its authority. */
    private static boolean isExtension(Options options, Path folder) {
        return options.has("expires") && Files.exists(folder.resolve("manifest.json"));
    }

    private static void print(ImportReport report, double seconds, Path folder, PrintStream out) {
        out.printf(
                "rows %,d = loaded %,d + duplicates %,d + quarantined %,d%n",
                report.rows(), report.loaded(), report.duplicates(), report.quarantined());
        report.notes().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(note -> out.printf("noticed: %s: %,d%n", note.getKey(), note.getValue()));
        if (report.quarantined() > 0) {
            out.println("refused rows with their reasons: " + folder.resolve("quarantine.csv"));
        }
        out.printf("%.1f s, %,.0f rows/s%n", seconds, report.rows() / seconds);
    }
}
