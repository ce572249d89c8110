package org.lianxin.bench.intake;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.lianxin.bench.Goal;
import org.lianxin.bench.Machine;
import org.lianxin.bench.Options;
import org.lianxin.bench.Table;
import org.lianxin.bench.city.Settlement;
import org.lianxin.bench.instance.Pause;
import org.lianxin.bench.instance.PeerProcess;
import org.lianxin.bench.instance.Scratch;
import org.lianxin.bench.instance.ServiceProcess;

/** Ours and the peer in turn, on the same machine, the same database server, within the same minutes. */
public final class IntakeBench {

    static final int CONNECTIONS = 64;
    private static final double PER_CORE = 500;
    private static final double P99_MILLIS = 35;
    private static final double TIMES_PEER = 3;

    private final Times times;
    private final PrintStream out;
    private final Rounds rounds = new Rounds(new Table(Rounds.HEADERS));
    private final List<Round> oursClosed = new ArrayList<>();
    private final List<Round> peerClosed = new ArrayList<>();

    private IntakeBench(Times times, PrintStream out) {
        this.times = times;
        this.out = out;
    }

    private record Times(Duration round, Duration half, int rounds, int connections, long seed) {
        static Times of(Options options) {
            boolean quick = options.has("quick");
            int seconds = options.number("seconds", quick ? 5 : 20);
            return new Times(
                    Duration.ofSeconds(seconds),
                    Duration.ofSeconds(quick ? 8 : 30),
                    options.number("rounds", quick ? 2 : 3),
                    options.number("connections", CONNECTIONS),
                    options.number("seed", 1));
        }
    }

    public static boolean run(Options options, PrintStream out) {
        Times times = Times.of(options);
        try (Scratch scratch = Scratch.create(options, "intake")) {
            Machine.print(out, times.seed, scratch.folder());
            try (ServiceProcess service = ServiceProcess.start(options, scratch.folder(), "intake.jfr");
                    PeerProcess peer =
                            PeerProcess.start(service.database(), scratch.folder(), options.get("history", "none"))) {
                return new IntakeBench(times, out).compare(service, peer);
            }
        }
    }

    private boolean compare(ServiceProcess service, PeerProcess peer) {
        String token = Settlement.settle(service.owner(), 1).token();
        Side ours = Side.ours(service, token, times.seed);
        Side theirs = Side.peer(peer, service.postgresPid(), service.owner(), times.seed);
        alone(ours, theirs, () -> ours.warmUp(times.connections));
        alone(theirs, ours, () -> theirs.warmUp(times.connections));
        for (int i = 1; i <= times.rounds; i++) {
            closedRound(i, ours, theirs);
        }
        Machine.printCommit(out, service.owner());
        double wanted = PER_CORE * Machine.cores() / 2;
        Round atGoal = openRound("half of the goal", ours, theirs, wanted);
        double half = median(oursClosed, each -> each.load().perSecond()) / 2;
        Round atHalf = openRound("half load", ours, theirs, half);
        double peersHalf = median(peerClosed, each -> each.load().perSecond()) / 2;
        openRound("half load", theirs, ours, peersHalf);
        rounds.print(out);
        out.printf("memory at its peak: lianxin %d MB, peer %d MB%n", megabytes(ours), megabytes(theirs));
        boolean complete = verified(service, ours, theirs);
        return goalsMet(atGoal, atHalf) && complete;
    }

    private Round openRound(String name, Side side, Side other, double perSecond) {
        return alone(side, other, () -> {
            side.sweep();
            Round round = side.open(times.half, times.connections * 4, perSecond, times.seed);
            rounds.add(name, side, round);
            return round;
        });
    }

    /** One at a time: the other's timers and messages wait meanwhile, and are done before it is measured itself. */
    private static <T> T alone(Side side, Side other, Supplier<T> work) {
        try (Pause _ = Pause.of(other.work().pid())) {
            side.awaitQuiet();
            return work.get();
        }
    }

    /** Who begins changes from round to round. */
    private void closedRound(int number, Side ours, Side theirs) {
        for (Side side : number % 2 == 1 ? List.of(ours, theirs) : List.of(theirs, ours)) {
            Side other = side.equals(ours) ? theirs : ours;
            Round round = alone(side, other, () -> side.closed(times.round, times.connections));
            rounds.add("closed " + number, side, round);
            (side.equals(ours) ? oursClosed : peerClosed).add(round);
        }
    }

    private boolean verified(ServiceProcess service, Side ours, Side theirs) {
        out.println("what lianxin acknowledged:");
        boolean good = new Verification(service.owner(), ours.signals(), out).ofOurs();
        out.println("what the peer acknowledged:");
        good &= new Verification(service.owner(), theirs.signals(), out).ofPeer();
        if (!ours.signals().complaint().isEmpty()) {
            out.println("first answer of lianxin that was not 201: "
                    + ours.signals().complaint());
        }
        out.println(good ? "nothing is missing" : "VOID: what was acknowledged is not all there");
        return good;
    }

    private boolean goalsMet(Round atGoal, Round atHalf) {
        double perSecond = median(oursClosed, each -> each.load().perSecond());
        double peer = median(peerClosed, each -> each.load().perSecond());
        double perCore = median(oursClosed, Round::perCoreSecond);
        double peerPerCore = median(peerClosed, Round::perCoreSecond);
        out.printf(
                "medians: lianxin %.0f/s, peer %.0f/s; per core second %.0f and %.0f (ratio %.2f); per core of the machine %.0f and %.0f%n",
                perSecond,
                peer,
                perCore,
                peerPerCore,
                perCore / peerPerCore,
                perSecond / Machine.cores(),
                peer / Machine.cores());
        List<Goal> goals = List.of(
                Goal.atLeast("signals a second per core (throughput / cores)", perSecond / Machine.cores(), PER_CORE),
                Goal.atLeast("signals per core second of service and PostgreSQL", perCore, PER_CORE),
                Goal.atMost(
                        "p99 in ms at half of %.0f a second per core".formatted(PER_CORE),
                        atGoal.load().millisAt(99),
                        P99_MILLIS),
                Goal.atMost(
                        "p99 in ms at half of the most it takes", atHalf.load().millisAt(99), P99_MILLIS),
                Goal.atLeast("times the throughput of the peer", perSecond / peer, TIMES_PEER));
        goals.forEach(each -> each.print(out));
        return goals.stream().allMatch(Goal::isMet);
    }

    private static long megabytes(Side side) {
        return side.service().peakResidentBytes() / (1024 * 1024);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] all = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(all);
        int middle = all.length / 2;
        return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    }
}
