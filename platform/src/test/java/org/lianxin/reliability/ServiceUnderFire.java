package org.lianxin.reliability;

import java.io.IOException;
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
    private final ServiceCommand command;
    private final int port;
    private @Nullable Process process;

    ServiceUnderFire(Path folder, String planted) throws IOException {
        this.folder = folder;
        this.data = new DataFolder(folder.resolve("data"));
        this.command = new ServiceCommand(folder, planted);
        this.port = Ports.free(1);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path orderOracle() {
        return command.orderOracle();
    }

    /** Starts the service; the first start also trains the JDK's start cache, so that the many others are quick. */
    void start() throws IOException, InterruptedException {
        trainIfNeeded();
        restart();
    }

    /** Leaves a data folder that was in use once, and a start cache. */
    void trainIfNeeded() throws IOException, InterruptedException {
        if (!command.isTrained()) {
            launch(command.training());
            awaitReady();
            stopGently();
        }
    }

    /** Starts it again after a kill and returns how long it took to be ready. */
    Duration restart() throws IOException, InterruptedException {
        Instant from = Instant.now();
        launch(command.trained());
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
        return command.connections();
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
        return ServiceCommand.administrator(data);
    }

    private void launch(List<String> options) throws IOException {
        Files.deleteIfExists(data.running());
        process = command.start(
                options,
                List.of("--port", Integer.toString(port), "--data", data.root().toString()));
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(START_PATIENCE);
        while (!Files.exists(data.running())) {
            if (!running().isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("the service does not start: " + command.output());
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
