package org.lianxin.analytics.spark;

import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.local.Authorities;
import org.lianxin.analytics.local.EngineWords;
import org.lianxin.analytics.local.EvidenceCommand;
import org.lianxin.analytics.local.Options;

/** {@code ./lianxin evidence … --engine spark [--master URL]}: this machine's cores if no cluster is named. */
public final class SparkCommand {
    private SparkCommand() {}

    public static void main(String[] arguments) {
        var terminal = new EvidenceCommand.Terminal(System.in, System.out, System.err);
        System.exit(run(List.of(arguments), terminal, Clock.systemUTC()));
    }

    /** Runs a command and returns the exit code. */
    static int run(List<String> arguments, EvidenceCommand.Terminal terminal, Clock clock) {
        return EvidenceCommand.run(arguments, terminal, name -> (options, out) -> {
            if (options.has("account")) {
                throw new EvidenceProblem("option", "--engine spark takes the payments of victims by --seeds FILE.");
            }
            try (var spark = session(options)) {
                if (name.equals("import")) {
                    var authority = Authorities.ask(options, terminal.in(), out);
                    Authorities.checkInForce(authority, clock);
                    out.println(new SparkImport(spark, options, authority).run());
                } else {
                    EngineWords.of(name, folder -> new SparkEngine(CaseTables.open(spark, folder, clock)))
                            .run(options, out);
                }
            }
        });
    }

    private static SparkSession session(Options options) {
        return Sessions.start(options.find("master").orElse("local[*]"));
    }
}
