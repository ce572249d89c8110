package org.lianxin.place.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lianxin.place.Places;
import org.lianxin.place.bench.PlaceBench;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Misused;

/** {@code place resolve} and {@code place bench}; needs neither a database nor a running service. */
public final class PlaceCommand implements Command {

    private static final String USAGE = """
            usage: ./lianxin place resolve --in FILE.jsonl --out FILE.jsonl
                   ./lianxin place bench [--seed N] [--each N] [--misses N]
            resolve reads one {"id":…,"text":"…"} a line and writes one
            {"id":…,"candidates":[{"code":…,"name":…,"score":…,"why":…}],"total":…,"ambiguous":…} a line.""";

    private static final Set<String> OPTIONS = Set.of("--in", "--out", "--seed", "--each", "--misses");

    /** Found by the service loader. */
    public PlaceCommand() {}

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String usage() {
        return USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Arguments asked;
        try {
            asked = Arguments.of(arguments, OPTIONS, Set.of(), 1);
        } catch (Misused e) {
            return refuse(String.valueOf(e.getMessage()), err);
        }
        String what = asked.words().isEmpty() ? "" : asked.words().getFirst();
        try {
            return switch (what) {
                case "resolve" -> resolve(asked, err);
                case "bench" -> bench(asked, out);
                default -> refuse("unknown: place " + what, err);
            };
        } catch (IllegalArgumentException | Misused e) {
            return refuse(String.valueOf(e.getMessage()), err);
        } catch (IOException e) {
            err.println("place " + what + " failed: " + e);
            return 2;
        }
    }

    private static int refuse(String reason, PrintStream err) {
        err.println(reason);
        err.println(USAGE);
        return 2;
    }

    private static int resolve(Arguments options, PrintStream err) throws IOException {
        Path in = Path.of(options.get("--in"));
        Path target = Path.of(options.get("--out"));
        if (!Files.isRegularFile(in)) {
            throw new IllegalArgumentException("no such file: " + in);
        }
        if (Files.exists(target) && Files.isSameFile(in, target)) {
            throw new IllegalArgumentException("--in and --out are the same file");
        }
        long started = System.nanoTime();
        ResolveFile.Report report = new ResolveFile(Places.load(), err).run(in, target);
        double seconds = (System.nanoTime() - started) / 1e9;
        err.printf("resolved %d texts, %d bad lines, %.1f s%n", report.resolved(), report.bad(), seconds);
        return report.bad() == 0 ? 0 : 1;
    }

    private static int bench(Arguments options, PrintStream out) {
        long seed = Long.parseLong(options.find("--seed").orElse("1"));
        int each = Integer.parseInt(options.find("--each").orElse("5000"));
        int misses = Integer.parseInt(options.find("--misses").orElse("0"));
        PlaceBench bench = new PlaceBench(Atlas.load(), out, misses);
        bench.warmUp();
        return bench.run(seed, each).stream().allMatch(PlaceBench.Result::meetsBar) ? 0 : 1;
    }
}
