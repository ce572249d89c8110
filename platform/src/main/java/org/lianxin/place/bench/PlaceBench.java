package org.lianxin.place.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianxin.place.Candidate;
import org.lianxin.place.Resolution;
import org.lianxin.place.bench.BenchCase.Kind;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.resolve.Resolver;

/** Measures how many texts of each kind are understood and how fast, on texts of its own making. */
public final class PlaceBench {

    private static final int FIRST = 10;
    private static final int WARM_UP = 3_000;
    private static final double FEWEST_PER_SECOND = 5_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Atlas atlas;
    private final Resolver resolver;
    private final PrintStream out;
    private final int misses;

    /** A bench that prints up to {@code misses} examples of what was missed of each kind. */
    public PlaceBench(Atlas atlas, PrintStream out, int misses) {
        this.atlas = atlas;
        this.out = out;
        this.misses = misses;
        resolver = new Resolver(atlas);
    }

    /**
     * What was measured of one kind of text.
     *
     * @param share how many were understood, 0 to 1
     * @param bar how many must be
     */
    public record Result(String kind, double share, double bar, double textsPerSecond) {
        public boolean meetsBar() {
            return share >= bar && textsPerSecond >= FEWEST_PER_SECOND;
        }
    }

    /** Lets the compiler see the work before it is measured. */
    public void warmUp() {
        CaseMaker maker = new CaseMaker(atlas, -1);
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < WARM_UP; i++) {
                resolver.resolve(maker.make(kind).text());
            }
        }
    }

    /** Makes and resolves {@code each} texts of every kind and prints a line for each kind. */
    public List<Result> run(long seed, int each) {
        CaseMaker maker = new CaseMaker(atlas, seed);
        Map<Kind, List<BenchCase>> cases = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<BenchCase> made = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                made.add(maker.make(kind));
            }
            cases.put(kind, made);
        }
        return cases.entrySet().stream()
                .map(entry -> measure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Result measure(Kind kind, List<BenchCase> cases) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (BenchCase one : cases) {
            resolver.resolve(one.text());
        }
        double perSecond = cases.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
        int understood = 0;
        int shown = 0;
        for (BenchCase one : cases) {
            Resolution resolution = resolver.resolve(one.text());
            if (isUnderstood(one, resolution)) {
                understood++;
            } else if (shown++ < misses) {
                out.printf("  %s missed: %s wanted %s got %s%n", kind, one.text(), one.right(), show(resolution));
            }
        }
        double share = understood / (double) cases.size();
        out.printf("%-15s %.4f (bar %.2f) %,.0f texts/s%n", kind, share, kind.bar, perSecond);
        return new Result(kind.name(), share, kind.bar, perSecond);
    }

    private String show(Resolution resolution) {
        List<String> first = resolution.candidates().stream()
                .limit(3)
                .map(candidate -> candidate.code() + " " + candidate.name() + " " + candidate.why())
                .toList();
        return resolution.total() + " " + first;
    }

    private static boolean isUnderstood(BenchCase one, Resolution resolution) {
        List<String> codes =
                resolution.candidates().stream().map(Candidate::code).toList();
        return switch (one.kind()) {
            case AMBIGUOUS -> resolution.ambiguous() && Set.copyOf(codes).containsAll(one.right());
            case UNAMBIGUOUS ->
                !resolution.ambiguous() && !codes.isEmpty() && one.right().contains(codes.getFirst());
            default -> codes.stream().limit(FIRST).anyMatch(one.right()::contains);
        };
    }
}
