package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.PatternKind;
import org.lianxin.analytics.api.PatternSpec;

/** {@code find}: shapes in the flow of money. */
final class FindCommand implements EvidenceCommand.Word {
    private final Clock clock;

    FindCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        try (var engine = LocalEngine.open(options.path("case"), clock, options.currency())) {
            answer(engine, options, out);
        }
    }

    static void answer(GraphEngine engine, Options options, PrintStream out) throws IOException {
        Path folder = options.path("out");
        var found = engine.find(spec(options));
        Files.createDirectories(folder);
        try (var patterns = Files.newBufferedWriter(folder.resolve("patterns.csv"))) {
            Csv.line(patterns, "pattern", "centre", "from", "to", "accounts", "in", "out", "transactions", "shared");
            for (var match : found.matches()) {
                Csv.line(
                        patterns,
                        name(found.spec().kind()),
                        match.centre(),
                        Csv.time(match.from()),
                        Csv.time(match.to()),
                        String.join(" ", match.accounts()),
                        Csv.yuan(match.inCents()),
                        Csv.yuan(match.outCents()),
                        String.join(" ", match.transactionIds()),
                        String.join(" ", match.identifiers()));
            }
        }
        new Summary()
                .with("pattern", name(found.spec().kind()))
                .with("window", found.spec().window().toString())
                .with("min_accounts", found.spec().minAccounts())
                .with("max_length", found.spec().maxLength())
                .with("min_share_per_mille", found.spec().minShare())
                .with("min_amount", Csv.yuan(found.spec().minCents()))
                .with("quiet", found.spec().quiet().toString())
                .with("hub_limit", found.spec().hubLimit())
                .with("matches", found.matches().size())
                .with("hubs_not_looked_into", found.hubs())
                .with("checksum", found.checksum())
                .write(folder);
        out.printf(
                "%,d found; %,d accounts not looked into (more than %,d transfers)%n",
                found.matches().size(), found.hubs().size(), found.spec().hubLimit());
    }

    static String name(PatternKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PatternKind kind(String pattern) {
        try {
            return PatternKind.valueOf(pattern.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new EvidenceProblem(
                    "option",
                    "--pattern %s is none of %s."
                            .formatted(
                                    pattern,
                                    Arrays.stream(PatternKind.values())
                                            .map(FindCommand::name)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static PatternSpec spec(Options options) {
        var kind = kind(options.get("pattern"));
        var usual = PatternSpec.usual(kind);
        return new PatternSpec(
                kind,
                options.duration("window", usual.window()),
                options.number("min-accounts", usual.minAccounts()),
                options.number("max-length", usual.maxLength()),
                options.number("min-share", usual.minShare()),
                options.has("min-amount") ? options.number("min-amount", 0) * 100L : usual.minCents(),
                options.number("hub-limit", usual.hubLimit()),
                options.duration("quiet", usual.quiet()));
    }
}
