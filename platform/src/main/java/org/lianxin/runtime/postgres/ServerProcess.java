package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.lianxin.runtime.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starting, finding, taking over and stopping the one server process of a cluster. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);
    private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(30);
    /** Below the range from which the system takes ports for outgoing connections, so that ours is free again after a crash. */
    private static final int LOWEST_PORT = 15_432;

    private static final int PORTS = 4_000;
    private static final String[] GENTLY = {"INT", "QUIT", "KILL"};

    private final Cluster cluster;
    private final PostgresSettings settings;
    private final Path startLog;
    private int port;
    private volatile long pid;

    ServerProcess(Cluster cluster, PostgresSettings settings, Path logFolder) {
        this.cluster = cluster;
        this.settings = settings;
        this.startLog = logFolder.resolve("start.log");
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return Postmaster.isAlive(pid);
    }

    Optional<Postmaster> find() {
        return Postmaster.findIn(cluster.folder());
    }

    /** Takes over a server left behind, if it is healthy and has today's settings; otherwise stops it and starts anew. */
    void adoptOrStart() throws IOException {
        Optional<Postmaster> orphan = find();
        if (orphan.isPresent() && orphan.get().isReady() && adopt(orphan.get())) {
            return;
        }
        stop(GENTLY);
        port = freePort();
        cluster.configure(settings, port);
        start();
    }

    private boolean adopt(Postmaster orphan) throws IOException {
        if (!cluster.configure(settings, orphan.port())) {
            return false;
        }
        try (Connection connection = cluster.connect(orphan.port(), "postgres", Secrets.ADMIN);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""");
            port = orphan.port();
            pid = orphan.pid();
            LOG.info("took over the PostgreSQL a stopped service left running (process {})", pid);
            return true;
        } catch (SQLException e) {
            LOG.warn("a PostgreSQL left running does not answer ({}); stopping it", e.getMessage());
            return false;
        }
    }

    /** After an unexpected end: clears what is left of it, then starts on the same port. */
    void restart() throws IOException {
        stop(GENTLY);
        start();
    }

    private void start() throws IOException {
        Postmaster.forgetDead(cluster.folder());
        Process process = Shell.builder(cluster.startCommand())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(startLog.toFile())
                .start();
        pid = process.pid();
        long until = System.nanoTime() + RECOVERY_PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<Postmaster> found = find();
            if (found.isPresent() && found.get().pid() == pid && found.get().isReady()) {
                return;
            }
            if (!process.isAlive()) {
                throw new IOException("PostgreSQL ended with status " + process.exitValue() + ": "
                        + Files.readString(startLog).strip());
            }
            Shell.pause(20);
        }
        throw new StartRefused(
                "PostgreSQL is not ready after " + RECOVERY_PATIENCE, "look into " + startLog.getParent());
    }

    /** Stops whatever works in the folder, with one signal after the other until nothing is left. */
    void stop(String... signals) {
        for (String signal : signals) {
            List<Long> left = Postmaster.processesIn(cluster.folder());
            if (left.isEmpty()) {
                return;
            }
            Optional<Postmaster> server = find();
            if (server.isPresent() && !signal.equals("KILL")) {
                Shell.signal(signal, server.get().pid());
            } else {
                left.forEach(each -> Shell.signal("KILL", each));
            }
            awaitEnd();
        }
        if (!Postmaster.processesIn(cluster.folder()).isEmpty()) {
            throw new StartRefused(
                    "a PostgreSQL left running on " + cluster.folder() + " cannot be stopped",
                    "stop it as its owner, or as root, and start again");
        }
    }

    private void awaitEnd() {
        long until = System.nanoTime() + ORPHAN_PATIENCE.toNanos();
        while (System.nanoTime() < until
                && !Postmaster.processesIn(cluster.folder()).isEmpty()) {
            Shell.pause(20);
        }
    }

    private static int freePort() throws IOException {
        int offset = ThreadLocalRandom.current().nextInt(PORTS);
        for (int i = 0; i < PORTS; i++) {
            int candidate = LOWEST_PORT + (offset + i) % PORTS;
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), candidate));
                return candidate;
            } catch (java.net.BindException e) {
                LOG.debug("port {} is taken", candidate);
            }
        }
        throw new IOException("no free port between " + LOWEST_PORT + " and " + (LOWEST_PORT + PORTS));
    }
}
