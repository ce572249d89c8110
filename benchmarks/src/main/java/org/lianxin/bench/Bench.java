package org.lianxin.bench;

import java.util.Arrays;
import java.util.List;
import org.lianxin.bench.desk.DeskBench;
import org.lianxin.bench.imports.ImportBench;
import org.lianxin.bench.intake.Alone;
import org.lianxin.bench.intake.IntakeBench;

/** {@code ./lianxin bench NAME}: whole-process measurements. */
public final class Bench {

    private static final String USAGE = """
            ./lianxin bench intake [--history none|activity|audit|full]   signals over HTTP, side by side with a process engine
            ./lianxin bench desk [--episodes N] [--clerks N]   lists and pages over 10 million signals
            ./lianxin bench import [--times old|recent|both] [--rows N]   a workbook of 112,457 rows
            ./lianxin bench peer [--history none|activity|audit|full]   the process engine alone
            ./lianxin bench lianxin [--rate N]   our intake alone, for a look with --profile into what limits it
            common: --quick --seconds N --rounds N --connections N --seed N --data DIR --keep""";

    private Bench() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            System.exit(run(arguments[0], Arrays.asList(arguments).subList(1, arguments.length)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    /** Whether every goal was met and nothing was lost. */
    private static boolean run(String name, List<String> words) {
        Options options = Options.of(words);
        return switch (name) {
            case "intake" -> IntakeBench.run(options, System.out);
            case "desk" -> DeskBench.run(options, System.out);
            case "import" -> ImportBench.run(options, System.out);
            case "peer" -> Alone.peer(options, System.out);
            case "lianxin" -> Alone.lianxin(options, System.out);
            default -> throw new IllegalArgumentException("there is no benchmark " + name);
        };
    }
}
