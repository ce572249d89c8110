package org.lianxin.bench;

import java.util.Arrays;
import java.util.List;
import org.lianxin.bench.intake.PeerAlone;

/** {@code ./lianxin bench NAME}: whole-process measurements. */
public final class Bench {

    private static final String USAGE = """
            ./lianxin bench peer [--history none|activity|audit|full]   the process engine alone
            common: --quick --seconds N --rounds N --connections N --seed N --data DIR --keep""";

    private Bench() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            run(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static void run(String name, List<String> words) {
        Options options = Options.of(words);
        switch (name) {
            case "peer" -> PeerAlone.run(options, System.out);
            default -> throw new IllegalArgumentException("there is no benchmark " + name);
        }
    }
}
