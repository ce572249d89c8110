package org.lianxin.reliability;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresProcesses;
import org.postgresql.ds.PGSimpleDataSource;

/** The real service with its real PostgreSQL in processes of their own, on a BENCH instance, to be killed and started again. */
final class ServiceUnderFire implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final DataFolder data;
    private final String planted;
    private final Programs programs = Programs.shared();
    private final int port;
    private @Nullable Process process;

    ServiceUnderFire(Path folder, String planted) throws IOException {
        this.folder = folder;
        this.data = new DataFolder(folder.resolve("data"));
        this.planted = planted;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path orderOracle() {
        return folder.resolve("orders.oracle");
    }

    /** Starts the service; the first start also trains the JDK's start cache, so that the many others are quick. */
    void start() throws IOException, InterruptedException {
        if (!Files.exists(programs.startCache())) {
            launch(List.of("-XX:AOTCacheOutput=" + programs.startCache()));
            awaitReady();
            stopGently();
        }
        restart();
    }

    /** Starts it again after a kill and returns how long it took to be ready. */
    Duration restart() throws IOException, InterruptedException {
        Instant from = Instant.now();
        launch(List.of("-XX:AOTCache=" + programs.startCache()));
        awaitReady();
        return Duration.between(from, Instant.now());
    }

    void killService() {
        running().destroyForcibly().onExit().join();
    }

    /** Server and all its children at once. */
    void killPostgres() throws IOException, InterruptedException {
        kill(PostgresProcesses.in(EmbeddedPostgres.folderOf(data)));
    }

    /** As an administrator would: open transactions are rolled back, the supervisor starts it again. */
    void restartPostgres() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(postgresPid())).start().waitFor();
    }

    /** The process of the server; 0 while there is none. */
    long postgresPid() throws IOException {
        Path file = EmbeddedPostgres.folderOf(data).resolve("postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (java.nio.file.NoSuchFileException | java.util.NoSuchElementException e) {
            return 0;
        }
    }

    /** The process that answers. */
    long pid() {
        return running().pid();
    }

    /** What the service says about its connections, newest last; see the driver. */
    Path connections() {
        return folder.resolve("connections");
    }

    /** One backend that serves the service; PostgreSQL then restarts all of them. */
    void killBackend() throws IOException, InterruptedException, java.sql.SQLException {
        try (var connection = administrator().getConnection();
                var rows = connection.createStatement().executeQuery("""
                        SELECT pid FROM pg_stat_activity
                        WHERE usename = 'lianxin_service' ORDER BY random() LIMIT 1""")) {
            if (rows.next()) {
                kill(List.of(rows.getLong(1)));
            }
        }
    }

    /** Every connection between the service and PostgreSQL, as when a network fails. */
    void cutConnections() throws IOException, java.sql.SQLException {
        try (var connection = administrator().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lianxin_service'");
        }
    }

    /** The administrator of the database, who sees everything. Found anew each time: the port changes with the service. */
    PGSimpleDataSource administrator() throws IOException {
        List<String> pid = Files.readAllLines(EmbeddedPostgres.folderOf(data).resolve("postmaster.pid"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/lianxin");
        source.setUser(EmbeddedPostgres.administratorOf(data).user());
        source.setPassword(EmbeddedPostgres.administratorOf(data).password());
        return source;
    }

    private void launch(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx768m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-cp", programs.classPath()));
        command.addAll(List.of("org.lianxin.Lianxin", "serve-bench", "--port", Integer.toString(port)));
        command.addAll(List.of("--data", data.root().toString()));
        command.add("--spring.main.sources=org.lianxin.reliability.driver.DriverConfiguration");
        command.add("--reliability.oracle=" + orderOracle());
        command.add("--reliability.connections=" + connections());
        if (!planted.isEmpty()) {
            command.add("--reliability.planted=" + planted);
        }
        Files.deleteIfExists(data.running());
        ProcessBuilder builder = new ProcessBuilder(command);
        // On a database of its own, also where the other tests are told to use a server.
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANXIN_"));
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.out").toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(START_PATIENCE);
        while (!Files.exists(data.running())) {
            if (!running().isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("the service does not start: "
                        + Files.readString(folder.resolve("service.out"))
                                .lines()
                                .limit(60)
                                .toList());
            }
            Thread.sleep(20);
        }
    }

    private Process running() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    private void stopGently() {
        running().destroy();
        running().onExit().join();
    }

    private static void kill(List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-9"));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            stopGently();
        }
        for (Long left : PostgresProcesses.in(EmbeddedPostgres.folderOf(data))) {
            ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
