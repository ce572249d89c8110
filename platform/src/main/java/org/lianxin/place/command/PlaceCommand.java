package org.lianxin.place.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.place.Places;
import org.lianxin.place.bench.PlaceBench;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.shared.Command;

/** {@code place resolve} and {@code place bench}; needs neither a database nor a running service. */
public final class PlaceCommand implements Command {

    private static final String USAGE = """
            usage: place resolve --in FILE.jsonl --out FILE.jsonl
                   place bench [--seed N] [--each N] [--misses N]
            resolve reads one {"id":…,"text":"…"} a line and writes one
            {"id":…,"candidates":[{"code":…,"name":…,"score":…,"why":…}],"total":…,"ambiguous":…} a line.""";

    /** Found by the service loader. */
    public PlaceCommand() {}

    @Override
    public String name() {
        return "place";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Map<String, String> options = options(arguments);
        String what = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            return switch (what) {
                case "resolve" -> resolve(options, err);
                case "bench" -> bench(options, out);
                default -> refuse("unknown: place " + what, err);
            };
        } catch (IllegalArgumentException e) {
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

    private static int resolve(Map<String, String> options, PrintStream err) throws IOException {
        Path in = Path.of(option(options, "--in"));
        Path target = Path.of(option(options, "--out"));
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

    private static int bench(Map<String, String> options, PrintStream out) {
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        int each = Integer.parseInt(options.getOrDefault("--each", "5000"));
        int misses = Integer.parseInt(options.getOrDefault("--misses", "0"));
        PlaceBench bench = new PlaceBench(Atlas.load(), out, misses);
        bench.warmUp();
        return bench.run(seed, each).stream().allMatch(PlaceBench.Result::meetsBar) ? 0 : 1;
    }

    private static String option(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }
}
