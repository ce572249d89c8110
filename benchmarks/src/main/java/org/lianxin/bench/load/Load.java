package org.lianxin.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Sends errands over a number of connections, each with a thread of its own. */
public final class Load {

    private static final long HIGHEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final long LEAD_NANOS = Duration.ofMillis(100).toNanos();

    private final URI target;
    private final int connections;

    public Load(URI target, int connections) {
        this.target = target;
        this.connections = connections;
    }

    /** As fast as the answers come: every connection sends its next errand when the last one is answered. */
    public LoadResult closed(Duration length, Supplier<Errand> errands) {
        long end = System.nanoTime() + length.toNanos();
        return run(worker -> {
            while (System.nanoTime() < end) {
                worker.send(errands.get(), System.nanoTime());
            }
        });
    }

    /** Sends a fixed number of errands as fast as the answers come. */
    public LoadResult all(List<? extends Errand> errands) {
        AtomicInteger next = new AtomicInteger();
        return run(worker -> {
            for (int i = next.getAndIncrement(); i < errands.size(); i = next.getAndIncrement()) {
                worker.send(errands.get(i), System.nanoTime());
            }
        });
    }

    /**
     * At random moments with a given mean rate (a Poisson process), whether or not earlier errands are answered. An errand
     * that had to wait for a free connection is timed from when it was due, so a stall of the server is not left out. All
     * connections are open before the first one is due.
     */
    public LoadResult open(Duration length, double perSecond, long seed, Supplier<Errand> errands) {
        long[] dueNanos = arrivals(length, perSecond, new Random(seed));
        AtomicInteger next = new AtomicInteger();
        CountDownLatch connected = new CountDownLatch(connections);
        AtomicLong started = new AtomicLong();
        return run(worker -> {
            worker.connection.connect();
            connected.countDown();
            await(connected);
            started.compareAndSet(0, System.nanoTime() + LEAD_NANOS);
            long start = started.get();
            for (int i = next.getAndIncrement(); i < dueNanos.length; i = next.getAndIncrement()) {
                Errand errand = errands.get();
                long due = start + dueNanos[i];
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                worker.send(errand, due);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long[] arrivals(Duration length, double perSecond, Random random) {
        List<Long> due = new ArrayList<>();
        double at = 0;
        double end = length.toNanos();
        double mean = 1e9 / perSecond;
        while (true) {
            at -= Math.log(1 - random.nextDouble()) * mean;
            if (at >= end) {
                return due.stream().mapToLong(Long::longValue).toArray();
            }
            due.add((long) at);
        }
    }

    private interface Work {
        void run(Worker worker) throws IOException;
    }

    private LoadResult run(Work work) {
        long begun = System.nanoTime();
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Worker worker = new Worker(target);
                workers.add(worker);
                running.add(threads.submit(() -> {
                    try (worker.connection) {
                        work.run(worker);
                    }
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
            throw new IllegalStateException("the load broke off", e.getCause());
        }
        return merged(workers, (System.nanoTime() - begun) / 1e9);
    }

    private static LoadResult merged(List<Worker> workers, double seconds) {
        Histogram all = new Histogram(HIGHEST_MICROS, DIGITS);
        Map<Integer, Long> statuses = new TreeMap<>();
        long broken = 0;
        for (Worker worker : workers) {
            all.add(worker.latency);
            worker.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
            broken += worker.broken;
        }
        return new LoadResult(all, statuses, broken, seconds);
    }

    private static final class Worker {
        private final HttpConnection connection;
        private final Histogram latency = new Histogram(HIGHEST_MICROS, DIGITS);
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private long broken;

        Worker(URI target) {
            this.connection = new HttpConnection(target);
        }

        void send(Errand errand, long dueNanos) {
            try {
                HttpAnswer answer = connection.exchange(errand.request());
                latency.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - dueNanos) / 1_000));
                statuses.merge(answer.status(), 1L, Long::sum);
                errand.answered(answer);
            } catch (IOException e) {
                broken++;
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }
}
