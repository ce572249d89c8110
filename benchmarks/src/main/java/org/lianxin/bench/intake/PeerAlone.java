package org.lianxin.bench.intake;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.lianxin.bench.Machine;
import org.lianxin.bench.Options;
import org.lianxin.bench.Table;
import org.lianxin.bench.instance.PeerProcess;
import org.lianxin.bench.instance.Scratch;
import org.lianxin.bench.load.CpuMeter;
import org.lianxin.bench.load.HttpRequest;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;

/** The peer's own figures without our service beside it. */
public final class PeerAlone {

    private static final int WARM_UP_SECONDS = 20;

    private PeerAlone() {}

    public static boolean run(Options options, PrintStream out) {
        long seed = options.number("seed", 1);
        int connections = options.number("connections", 32);
        Duration length = Duration.ofSeconds(options.number("seconds", 20));
        String history = options.get("history", "none");
        try (Scratch scratch = Scratch.create(options, "peer");
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(new DataFolder(scratch.folder()), PostgresSettings.forThisMachine());
                PeerProcess peer = PeerProcess.start(postgres.database(), scratch.folder(), history)) {
            Machine.print(out, seed, scratch.folder());
            SignalStream signals = new SignalStream(seed, "P", new HttpRequest(peer.url(), List.of()), "/signals");
            Side side = new Side(
                    "peer, history " + history,
                    peer.url(),
                    signals,
                    new CpuMeter(peer.pid()),
                    new CpuMeter(postgres.pid().orElseThrow()));
            side.closed(Duration.ofSeconds(WARM_UP_SECONDS), connections);
            if (signals.acknowledgedCount() == 0) {
                throw new IllegalStateException("the peer takes nothing: " + signals.complaint());
            }
            Rounds rounds = new Rounds(new Table(Rounds.HEADERS));
            double best = 0;
            for (int i = 1; i <= options.number("rounds", 3); i++) {
                Round round = side.closed(length, connections);
                rounds.add("closed " + i, side, round);
                best = Math.max(best, round.load().perSecond());
            }
            rounds.add("half load", side, side.open(length, connections, best / 2, seed));
            rounds.print(out);
            return true;
        }
    }
}
