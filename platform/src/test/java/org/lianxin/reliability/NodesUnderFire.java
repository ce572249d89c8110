package org.lianxin.reliability;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresProcesses;
import org.postgresql.ds.PGSimpleDataSource;

/** Three nodes below their parent on one PostgreSQL, as {@code ./lianxin demo --nodes 3} starts them, to be killed one at a time. */
final class NodesUnderFire implements AutoCloseable {

    private static final int NODES = 3;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final String FARTHEST = "--reliability.farthest=6";

    private final Path folder;
    private final DataFolder data;
    private final ServiceCommand command;
    private final int firstPort;
    private final Map<Integer, ProcessHandle> living = new TreeMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private @Nullable Process parent;

    NodesUnderFire(Path folder) throws IOException {
        this.folder = folder;
        this.data = new DataFolder(folder.resolve("data"));
        this.command = new ServiceCommand(folder, "");
        this.firstPort = Ports.free(NODES);
    }

    void start() throws IOException, InterruptedException {
        try (ServiceUnderFire alone = new ServiceUnderFire(folder, "")) {
            alone.trainIfNeeded();
        }
        Process started = command.start(
                command.trained(), words("--nodes", Integer.toString(NODES), "--port", Integer.toString(firstPort)));
        parent = started;
        for (int number = 1; number <= NODES; number++) {
            awaitHealth(number, started.toHandle());
        }
        for (int number = 1; number <= NODES; number++) {
            living.put(number, childOf(started, number));
        }
    }

    private List<String> words(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--data", data.root().toString(), FARTHEST));
        return all;
    }

    private static ProcessHandle childOf(Process parent, int number) {
        return parent.children()
                .filter(child -> joinsAs(child, number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no node " + number));
    }

    /** From the system itself: Java leaves the words of a command out when there are many. */
    private static boolean joinsAs(ProcessHandle process, int number) {
        try {
            List<String> words =
                    Arrays.asList(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                            .split("\0", -1));
            int at = words.indexOf("--join");
            return at >= 0 && words.get(at + 1).equals(Integer.toString(number));
        } catch (IOException e) {
            return false;
        }
    }

    private void awaitHealth(int number, ProcessHandle process) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isHealthy(number)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("node " + number + " does not start: " + command.output());
            }
            Thread.sleep(20);
        }
    }

    private boolean isHealthy(int number) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(address(number) + "/actuator/health").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String address(int number) {
        return "http://127.0.0.1:" + (firstPort + number - 1);
    }

    /** At every node in turn, alive or not, as behind a balancer that does not look. */
    URI uri(String path) {
        return URI.create(address(1 + next.getAndIncrement() % NODES) + path);
    }

    Path orderOracle() {
        return command.orderOracle();
    }

    int living() {
        return living.size();
    }

    /** Returns which. */
    int killOne(Random random) {
        List<Integer> numbers = List.copyOf(living.keySet());
        int number = numbers.get(random.nextInt(numbers.size()));
        ProcessHandle process = java.util.Objects.requireNonNull(living.remove(number));
        process.destroyForcibly();
        process.onExit().join();
        return number;
    }

    /** Starts it again, as an operator would: it joins the others. */
    void bringBack(int number) throws IOException, InterruptedException {
        Process process = command.start(
                command.trained(),
                words("--join", Integer.toString(number), "--port", Integer.toString(firstPort + number - 1)));
        awaitHealth(number, process.toHandle());
        living.put(number, process.toHandle());
    }

    PGSimpleDataSource administrator() throws IOException {
        return ServiceCommand.administrator(data);
    }

    /** What the parent and its nodes printed. */
    String output() throws IOException {
        return Files.readString(command.out());
    }

    /** As Ctrl-C does; returns how many processes of nodes and database are left. */
    int stop() throws IOException, InterruptedException {
        Process started = parent;
        if (started != null) {
            started.destroy();
            started.waitFor(1, TimeUnit.MINUTES);
            parent = null;
        }
        // Those that were brought back end with the parent.
        for (ProcessHandle each : living.values()) {
            each.onExit().completeOnTimeout(each, 40, TimeUnit.SECONDS).join();
        }
        return (int) living.values().stream().filter(ProcessHandle::isAlive).count()
                + PostgresProcesses.in(EmbeddedPostgres.folderOf(data)).size();
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        living.values().forEach(ProcessHandle::destroyForcibly);
        PostgresProcesses.in(EmbeddedPostgres.folderOf(data))
                .forEach(left -> ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly));
    }
}
