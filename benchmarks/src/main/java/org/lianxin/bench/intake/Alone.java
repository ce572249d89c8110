package org.lianxin.bench.intake;

import java.io.PrintStream;
import java.time.Duration;
import org.lianxin.bench.Machine;
import org.lianxin.bench.Options;
import org.lianxin.bench.Table;
import org.lianxin.bench.city.Settlement;
import org.lianxin.bench.instance.PeerProcess;
import org.lianxin.bench.instance.Scratch;
import org.lianxin.bench.instance.ServiceProcess;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;

/** One side without the other, to look into what limits it. */
public final class Alone {

    private final Options options;
    private final PrintStream out;

    private Alone(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** The process engine on a database server of its own. */
    public static boolean peer(Options options, PrintStream out) {
        String history = options.get("history", "none");
        try (Scratch scratch = Scratch.create(options, "peer");
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(new DataFolder(scratch.folder()), PostgresSettings.forThisMachine());
                PeerProcess peer = PeerProcess.start(postgres.database(), scratch.folder(), history)) {
            Machine.print(out, options.number("seed", 1), scratch.folder());
            return new Alone(options, out)
                    .measure(
                            Side.peer(
                                    peer,
                                    postgres.pid().orElseThrow(),
                                    ServiceProcess.owner(postgres.database()),
                                    options.number("seed", 1)),
                            () -> {});
        }
    }

    /** Our service. */
    public static boolean lianxin(Options options, PrintStream out) {
        try (Scratch scratch = Scratch.create(options, "lianxin");
                ServiceProcess service = ServiceProcess.start(options, scratch.folder(), "lianxin.jfr")) {
            Machine.print(out, options.number("seed", 1), scratch.folder());
            String token = Settlement.settle(service.owner(), 1).token();
            Side side = Side.ours(service, token, options.number("seed", 1));
            return new Alone(options, out).measure(side, side::awaitQuiet)
                    && new Verification(service.owner(), side.signals(), out).ofOurs();
        }
    }

    private boolean measure(Side side, Runnable quiet) {
        int connections = options.number("connections", IntakeBench.CONNECTIONS);
        Duration length = Duration.ofSeconds(options.number("seconds", 20));
        side.warmUp(connections);
        Rounds rounds = new Rounds(new Table(Rounds.HEADERS));
        double best = 0;
        for (int i = 1; i <= options.number("rounds", 3); i++) {
            quiet.run();
            Round round = side.closed(length, connections);
            rounds.add("closed " + i, side, round);
            best = Math.max(best, round.load().perSecond());
        }
        quiet.run();
        side.sweep();
        double rate = options.number("rate", (int) (best / 2));
        rounds.add("open %.0f/s".formatted(rate), side, side.open(length, connections * 4, rate, 1));
        rounds.print(out);
        return true;
    }
}
