package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lianxin.analytics.api.Conservation;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.imports.CaseIndex;

/** {@code trace}: where the money of the seeds went, or with {@code --backward} where it came from. */
final class TraceCommand implements EvidenceCommand.Word {
    private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private final Clock clock;

    TraceCommand(Clock clock) {
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
        var spec = spec(options, false);
        var found = engine.trace(spec);
        LastTrace.keep(options.path("case"), spec);
        Files.createDirectories(folder);
        accounts(found, folder);
        edges(found, folder);
        summary(found).write(folder);
        out.printf(
                "%,d accounts, %,d transfers; in %s, resting %s, cashed out %s, at hubs %s, beyond layer %d %s%n",
                found.accounts().size(),
                found.edges().size(),
                Csv.yuan(found.conservation().inCents()),
                Csv.yuan(found.conservation().restingCents()),
                Csv.yuan(found.conservation().cashedOutCents()),
                Csv.yuan(found.conservation().atHubCents()),
                spec.maxLayers(),
                Csv.yuan(found.conservation().beyondHorizonCents()));
    }

    static TraceSpec spec(Options options, boolean mayHaveNoSeeds) throws IOException {
        var from = options.moment("from", BEGINNING);
        var until = options.end("to", END);
        var direction = options.has("backward") ? Direction.BACKWARD : Direction.FORWARD;
        List<Seed> seeds;
        if (options.has("seeds")) {
            seeds = seeds(options.path("seeds"));
        } else if (mayHaveNoSeeds && !options.has("account")) {
            seeds = List.of();
        } else {
            seeds = seedsOf(options, from, until, direction);
        }
        return new TraceSpec(
                seeds,
                from,
                until,
                rule(options),
                options.duration("window", Duration.ofHours(24)),
                options.number("max-layers", 10),
                options.number("hub-limit", 1000),
                direction);
    }

    private static TraceRule rule(Options options) {
        String rule = options.find("rule").orElse("windowed");
        try {
            return TraceRule.valueOf(rule.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new EvidenceProblem("option", "--rule %s is none of fifo, haircut, windowed.".formatted(rule));
        }
    }

    private static List<Seed> seeds(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new EvidenceProblem("file", "There is no file %s.".formatted(file));
        }
        var seeds = new ArrayList<Seed>();
        for (String[] row : Csv.read(file)) {
            if (seeds.isEmpty() && (row[0].equalsIgnoreCase("transaction id") || row[0].contains("流水"))) {
                continue;
            }
            try {
                boolean whole = row.length < 2 || row[1].isEmpty();
                seeds.add(new Seed(
                        row[0],
                        whole
                                ? Seed.WHOLE
                                : new BigDecimal(row[1]).movePointRight(2).longValueExact()));
            } catch (ArithmeticException | NumberFormatException e) {
                throw new EvidenceProblem(
                        "seed", "%s: amount %s of %s is not understood.".formatted(file, row[1], row[0]));
            }
        }
        return seeds;
    }

    /** All that the account paid in the interval; backwards all that it received. */
    private static List<Seed> seedsOf(Options options, Instant from, Instant until, Direction direction) {
        String account = options.get("account");
        try (var index = CaseIndex.open(options.path("case"))) {
            int number = index.findAccount(account);
            if (number < 0) {
                throw new EvidenceProblem("account", "The case holds no account %s.".formatted(account));
            }
            var view = CurrencyView.of(index, options.currency());
            var side = direction == Direction.FORWARD ? view.outgoing() : view.incoming();
            var transfers = view.transfers();
            int start = transfers.firstAtOrAfter(from.toEpochMilli());
            int end = transfers.firstAtOrAfter(until.toEpochMilli());
            var seeds = new ArrayList<Seed>();
            for (long at = side.positionFrom(number, start); at < side.end(number) && side.transfer(at) < end; at++) {
                int transfer = side.transfer(at);
                if (transfers.from().get(transfer) != transfers.to().get(transfer)) {
                    seeds.add(new Seed(index.transactionId(transfer), Seed.WHOLE));
                }
            }
            return seeds;
        }
    }

    private static void accounts(TraceFinding found, Path folder) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("accounts.csv"))) {
            Csv.line(
                    out,
                    "account",
                    "layer",
                    "first_in",
                    "received",
                    "tainted_received",
                    "tainted_passed_on",
                    "tainted_resting",
                    "cashed_out",
                    "at_hub",
                    "rank",
                    "beyond_horizon");
            for (var flow : found.accounts()) {
                Csv.line(
                        out,
                        flow.account(),
                        flow.layer(),
                        Csv.time(flow.firstIn()),
                        Csv.yuan(flow.receivedCents()),
                        Csv.yuan(flow.taintedReceivedCents()),
                        Csv.yuan(flow.taintedPassedOnCents()),
                        Csv.yuan(flow.taintedRestingCents()),
                        Csv.yuan(flow.cashedOutCents()),
                        Csv.yuan(flow.atHubCents()),
                        flow.rank(),
                        Csv.yuan(flow.beyondHorizonCents()));
            }
        }
    }

    private static void edges(TraceFinding found, Path folder) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("edges.csv"))) {
            Csv.line(out, "transaction id", "from", "to", "time", "amount", "taint", "layer");
            for (var edge : found.edges()) {
                Csv.line(
                        out,
                        edge.transactionId(),
                        edge.from(),
                        edge.to(),
                        Csv.time(edge.time()),
                        Csv.yuan(edge.amountCents()),
                        Csv.yuan(edge.taintCents()),
                        edge.layer());
            }
        }
    }

    private static Summary summary(TraceFinding found) {
        var spec = found.spec();
        return new Summary()
                .with("rule", spec.rule().name().toLowerCase(Locale.ROOT))
                .with("direction", spec.direction().name().toLowerCase(Locale.ROOT))
                .with("window", spec.window().toString())
                .with("max_layers", spec.maxLayers())
                .with("hub_limit", spec.hubLimit())
                .with("seeds", spec.seeds().size())
                .with("accounts", found.accounts().size())
                .with("edges", found.edges().size())
                .with("hubs", found.hubs())
                .with("conservation", conservation(found.conservation()))
                .with("checksum", found.checksum());
    }

    private static Map<String, Object> conservation(Conservation conservation) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("taint_in", Csv.yuan(conservation.inCents()));
        figures.put("resting", Csv.yuan(conservation.restingCents()));
        figures.put("cashed_out", Csv.yuan(conservation.cashedOutCents()));
        figures.put("at_hubs", Csv.yuan(conservation.atHubCents()));
        figures.put("beyond_horizon", Csv.yuan(conservation.beyondHorizonCents()));
        return figures;
    }
}
