package org.lianxin.bench.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.lianxin.bench.Goal;
import org.lianxin.bench.Machine;
import org.lianxin.bench.Options;
import org.lianxin.bench.Table;
import org.lianxin.bench.city.Settlement;
import org.lianxin.bench.city.Settlement.Settled;
import org.lianxin.bench.city.Settlement.SignedIn;
import org.lianxin.bench.city.Signal;
import org.lianxin.bench.instance.Scratch;
import org.lianxin.bench.instance.ServiceProcess;
import org.lianxin.bench.load.Errand;
import org.lianxin.bench.load.HttpAnswer;
import org.lianxin.bench.load.HttpRequest;
import org.lianxin.bench.load.Load;
import org.lianxin.bench.load.LoadResult;
import org.lianxin.shared.Installation;

/** 50 clerks at a desk with 1 million episodes and 10 million signals. */
public final class DeskBench {

    private static final int EPISODES = 1_000_000;
    private static final int TODAY = 3_000;
    private static final int CLERKS = 50;
    private static final double THINK_SECONDS = 5;
    private static final double FAST_SECONDS = 0.5;
    private static final double P99_MILLIS = 100;
    private static final int SENDERS = 16;

    private final Options options;
    private final PrintStream out;
    private final long seed;
    private final int episodes;
    private final ServiceProcess service;
    private final Path folder;

    private DeskBench(Options options, PrintStream out, ServiceProcess service, Path folder) {
        this.options = options;
        this.out = out;
        this.seed = options.number("seed", 1);
        this.episodes = options.number("episodes", options.has("quick") ? EPISODES / 20 : EPISODES);
        this.service = service;
        this.folder = folder;
    }

    public static boolean run(Options options, PrintStream out) {
        try (Scratch scratch = Scratch.create(options, "desk")) {
            Machine.print(out, options.number("seed", 1), scratch.folder());
            try (ServiceProcess service = ServiceProcess.start(options, scratch.folder(), "desk.jfr")) {
                return new DeskBench(options, out, service, scratch.folder()).measure();
            }
        }
    }

    private boolean measure() {
        Settled settled = Settlement.settle(service.owner(), options.number("clerks", CLERKS));
        fillOnce(settled);
        receiveToday(settled);
        int seconds = options.number("seconds", options.has("quick") ? 20 : 120);
        // A service that has just started compiles; clerks come to one that has been at work.
        boolean good = look(settled, FAST_SECONDS, seconds / 2, false);
        return look(settled, THINK_SECONDS, seconds, true) && good;
    }

    /** A folder that was kept is full already; its units stay those of the first run. */
    private void fillOnce(Settled settled) {
        Path mark = folder.resolve("filled-" + episodes);
        if (Files.exists(mark)) {
            out.println("the folder is filled already");
            return;
        }
        SearchTokens tokens = new SearchTokens(
                Installation.of(List.of("--data", folder.toString())).secrets());
        new DeskLoad(service.owner(), out).fill(new Episodes(seed, episodes, settled.units(), Instant.now(), tokens));
        try {
            Files.writeString(mark, Instant.now().toString(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is open now came in through the front door. */
    private void receiveToday(Settled settled) {
        HttpRequest requests = new HttpRequest(service.url(), List.of("Authorization: Bearer " + settled.token()));
        String prefix = "D" + Instant.now().toEpochMilli() + "-";
        List<Errand> errands = IntStream.range(0, TODAY)
                .<Errand>mapToObj(i -> new Errand() {
                    @Override
                    public byte[] request() {
                        return requests.post(
                                "/api/warning/signals",
                                Signal.of(seed, 2L * episodes + i, prefix, Instant.now())
                                        .json());
                    }

                    @Override
                    public void answered(HttpAnswer answer) {
                        // how many were taken is counted by the load
                    }
                })
                .toList();
        LoadResult result = new Load(service.url(), SENDERS).all(errands);
        out.printf("%d of %d signals of today taken in %.1f s%n", result.good(), TODAY, result.seconds());
    }

    private boolean look(Settled settled, double thinkSeconds, int seconds, boolean hasGoal) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Clerk> clerks = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (SignedIn each : settled.clerks()) {
                Clerk clerk = new Clerk(service.url(), each.cookie(), settled.units(), seed, episodes);
                clerks.add(clerk);
                running.add(threads.submit(() -> {
                    clerk.work(end, thinkSeconds);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a clerk gave up", e.getCause());
        }
        out.printf("%n%d clerks, %.1f s to think, %d s:%n", clerks.size(), thinkSeconds, seconds);
        return print(clerks, hasGoal);
    }

    private boolean print(List<Clerk> clerks, boolean hasGoal) {
        Map<Reading, Histogram> all = new EnumMap<>(Reading.class);
        clerks.forEach(clerk -> clerk.latencies()
                .forEach((reading, latency) -> all.merge(reading, latency.copy(), (a, b) -> {
                    a.add(b);
                    return a;
                })));
        Table table = new Table("reading", "n", "p50 ms", "p95 ms", "p99 ms", "max ms");
        all.forEach((reading, latency) -> table.row(
                reading.title(),
                Long.toString(latency.getTotalCount()),
                millis(latency, 50),
                millis(latency, 95),
                millis(latency, 99),
                millis(latency, 100)));
        table.print(out);
        long failures = clerks.stream().mapToLong(Clerk::failures).sum();
        if (failures > 0) {
            out.println(failures + " failed; the first: "
                    + clerks.stream()
                            .map(Clerk::complaint)
                            .filter(c -> !c.isEmpty())
                            .findFirst()
                            .orElse(""));
        }
        double worst = all.values().stream()
                .mapToDouble(each -> each.getValueAtPercentile(99) / 1_000.0)
                .max()
                .orElse(Double.MAX_VALUE);
        if (!hasGoal) {
            return failures == 0;
        }
        Goal goal = Goal.atMost("p99 in ms of the slowest of these", worst, P99_MILLIS);
        goal.print(out);
        return goal.isMet() && failures == 0 && all.size() == Reading.values().length;
    }

    private static String millis(Histogram latency, double percentile) {
        return "%.1f".formatted(latency.getValueAtPercentile(percentile) / 1_000.0);
    }
}
