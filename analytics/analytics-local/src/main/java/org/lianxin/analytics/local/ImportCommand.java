package org.lianxin.analytics.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.imports.CaseIndex;
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
        if (options.find("engine").orElse("local").equals("spark")) {
            throw new EvidenceProblem("engine", "The spark engine is not built yet; use --engine local.");
        }
        if (options.has("finbench")) {
            FinBenchCase.take(options.path("finbench"), folder);
            out.println("snapshot taken over; ask with evidence query --finbench");
            return;
        }
        var authority = authority(options, folder, out);
        if (!authority.isInForce(LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))))) {
            throw new EvidenceProblem(
                    "authority-expired",
                    "Authority %s expired on %s. 授权已到期。".formatted(authority.number(), authority.expires()));
        }
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

    private Authority authority(Options options, Path folder, PrintStream out) throws IOException {
        if (!options.has("authority") && Files.exists(folder.resolve("manifest.json"))) {
            try (var known = CaseIndex.open(folder)) {
                if (known.authority() != null) {
                    return known.authority();
                }
            }
        }
        var in = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
        String number = ask(options, "authority", "法律文书编号 number of the authority", in, out);
        String by = ask(options, "authority-by", "签发机关 issuing body", in, out);
        String[] covers =
                ask(options, "covers", "授权数据时间范围 covers FROM/TO", in, out).split("/", 2);
        String expires = ask(options, "expires", "有效期至 expires", in, out);
        if (covers.length != 2) {
            throw new EvidenceProblem(
                    "option", "--covers takes two days with a stroke between: 2026-01-01/2026-06-30.");
        }
        try {
            return new Authority(
                    number,
                    by,
                    Options.moment("covers", covers[0], false),
                    Options.moment("covers", covers[1], true),
                    LocalDate.parse(expires.strip()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new EvidenceProblem("authority", "That is no authority: " + e.getMessage());
        }
    }

    private static String ask(Options options, String name, String words, BufferedReader in, PrintStream out)
            throws IOException {
        var given = options.find(name);
        if (given.isPresent()) {
            return given.get();
        }
        out.print(words + ": ");
        out.flush();
        String line = in.readLine();
        if (line == null || line.isBlank()) {
            throw new EvidenceProblem(
                    "authority", "No case without a legal authority: --%s is missing. 没有法律授权不得导入涉案数据。".formatted(name));
        }
        return line.strip();
    }
}
