package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.lianxin.analytics.api.EvidenceProblem;

/** {@code ./lianxin evidence …}: each word is a class of its own. Exit 0: done; 2: something to put right. */
public final class EvidenceCommand {
    private EvidenceCommand() {}

    /** A word of the command line. */
    public interface Word {
        /** Does it; {@link EvidenceProblem} says what to put right. */
        void run(Options options, PrintStream out) throws IOException;
    }

    /** Where questions are answered, and where it is written. */
    public record Terminal(InputStream in, PrintStream out, PrintStream err) {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new Terminal(System.in, System.out, System.err), Clock.systemUTC()));
    }

    /** Runs a command and returns the exit code. */
    public static int run(List<String> arguments, Terminal terminal, Clock clock) {
        return run(arguments, terminal, name -> word(name, terminal.in, clock));
    }

    /** The same with words of one's own. */
    public static int run(List<String> arguments, Terminal terminal, Function<String, Word> words) {
        if (arguments.isEmpty()
                || arguments.contains("--help")
                || arguments.getFirst().equals("help")) {
            terminal.out.print(HELP);
            return 0;
        }
        try {
            var options = Options.of(arguments.subList(1, arguments.size()));
            words.apply(arguments.getFirst()).run(options, terminal.out);
            return 0;
        } catch (EvidenceProblem problem) {
            terminal.err.println(problem.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException failed) {
            terminal.err.println("A file could not be read or written: " + failed.getMessage());
            return 1;
        }
    }

    private static Word word(String name, InputStream in, Clock clock) {
        return switch (name) {
            case "import" -> new ImportCommand(in, clock);
            case "trace" -> new TraceCommand(clock);
            case "link" -> new LinkCommand(clock);
            case "find" -> new FindCommand(clock);
            case "query" -> new QueryCommand();
            case "book" -> new BookCommand(clock);
            case "chart" -> new ChartCommand(clock);
            case "view" -> new ViewCommand(clock);
            case "sql" -> new SqlCommand(clock);
            case "case" -> new CaseCommand(in, clock);
            default ->
                throw new EvidenceProblem(
                        "command", "There is no command evidence %s. Known: %s.".formatted(name, KNOWN));
        };
    }

    private static final String KNOWN = "import, trace, link, find, book, chart, view, sql, case, query";

    private static final String HELP = """
        ./lianxin evidence COMMAND                       涉案数据
          case   --case DIR --out DIR and the options of import and trace
                                                         from files to the lead book: all of the following in one go
          import --case DIR --transfers FILE... [--logins FILE...] [--accounts FILE...] [--calls FILE...]
                 --authority NUMBER --authority-by BODY --covers FROM/TO --expires DATE
                 [--threads N] [--memory MB]
                 (asked for if not given)                loads statements; what is refused stands in quarantine.csv
          trace  --case DIR --seeds FILE | --account ID  [--from T] [--to T]
                 [--rule fifo|haircut|windowed] [--window PT24H] [--max-layers 10] [--hub-limit 1000]
                 [--currency CNY] [--backward] --out DIR accounts.csv, edges.csv, summary.json
          link   --case DIR [--ignore-shared-by-more-than 50] --out DIR
                                                         groups.csv, identifiers.csv, ignored.csv, summary.json
          find   --case DIR --out DIR --pattern cycle|fan-in|fan-out|pass-through|fan-in-cash-out|loop|
                 dormant-then-active|cards-passed-on
                 [--window P7D] [--min-accounts N] [--max-length N] [--min-share PER-MILLE] [--min-amount YUAN]
                 [--hub-limit N] [--quiet P90D]          patterns.csv, summary.json
          book   --case DIR [the options of trace] [--patterns P,P | --no-patterns] [--max-subjects 2000]
                 --out FILE.pdf|FILE.xlsx
                                                         a page and more for each subject, the rows by file and line
          chart  --case DIR [the options of trace] [--per-layer 16] [--until T] [--lang zh|en] --out FILE.svg|FILE.png
                                                         layers from left to right
          view   --case DIR [the options of trace] [--port N]
                                                         the same in the browser of this machine; bands lead to rows
          sql    --case DIR --query SELECT [--out FILE.csv]
                                                         tables transfers, accounts, shared, calls
          import|trace|link|find --engine spark [--master URL] …
                                                         cases larger than a machine; see docs/how-to/evidence.md
          import --case DIR --finbench SNAPSHOT_DIR      a snapshot of the LDBC Financial Benchmark
          query  --case DIR --finbench --params FILE.jsonl --out FILE.jsonl
        """;
}
