package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A server as somebody else may have set it up, with the roles and databases that run.md asks for; thrown away when closed. */
public final class UnsafeCluster implements AutoCloseable {

    private static final String SECRET = "wVq3-7Lm2-xR9t-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final ServerAccount account;
    private final int port;

    private UnsafeCluster(Path folder, ServerAccount account, int port) {
        this.folder = folder;
        this.account = account;
        this.port = port;
    }

    /** @param initdb for example {@code --no-data-checksums}; the server itself has PostgreSQL's own defaults */
    public static UnsafeCluster create(String... initdb) throws IOException, SQLException {
        Path root = Files.createTempDirectory("lianxin-unsafe-");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        ServerAccount account = ServerAccount.choose(root);
        UnsafeCluster cluster = new UnsafeCluster(Files.createDirectory(root.resolve("data")), account, freePort());
        Files.setPosixFilePermissions(cluster.folder, PosixFilePermissions.fromString("rwx------"));
        account.own(cluster.folder);
        List<String> words = new ArrayList<>(List.of(
                program("initdb"), "--pgdata=" + cluster.folder, "--username=postgres", "--auth=trust", "--no-sync"));
        words.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        words.addAll(Arrays.asList(initdb));
        Shell.Outcome made = Shell.run(account.command(words));
        if (!made.isGood()) {
            throw new IllegalStateException(made.output());
        }
        cluster.start();
        cluster.provision();
        return cluster;
    }

    /** Starts it, after a stop with other settings, each as {@code name=value}. */
    public void start(String... settings) throws IOException {
        List<String> words = new ArrayList<>(List.of(program("postgres"), "-D", folder.toString()));
        for (String each : List.of(
                "listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=", "shared_buffers=64MB")) {
            words.addAll(List.of("-c", each));
        }
        for (String each : settings) {
            words.addAll(List.of("-c", each));
        }
        Process process = Shell.builder(account.command(words))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (Postmaster.findIn(folder).filter(Postmaster::isReady).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the unsafe server does not start");
            }
            Shell.pause(20);
        }
    }

    public void stop() {
        Postmaster.findIn(folder).ifPresent(server -> Shell.signal("INT", server.pid()));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Postmaster.processesIn(folder).isEmpty() && System.nanoTime() < until) {
            Shell.pause(20);
        }
    }

    /** What tells a service to work on this server. */
    public Map<String, String> environment() {
        return Map.of(
                "LIANXIN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/lianxin",
                "LIANXIN_DATABASE_OWNER_PASSWORD", SECRET + "owner",
                "LIANXIN_DATABASE_PASSWORD", SECRET + "work");
    }

    /** As the server's administrator. */
    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** One value, from the service's database. */
    public String ask(String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/lianxin", "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void provision() throws SQLException {
        execute(
                "CREATE ROLE lianxin_owner LOGIN PASSWORD '" + SECRET + "owner'",
                "CREATE ROLE lianxin_service LOGIN PASSWORD '" + SECRET + "work'");
        for (String name : List.of("lianxin", "lianxin_keys")) {
            execute(
                    "CREATE DATABASE " + name + " OWNER lianxin_owner",
                    "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                    "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO lianxin_service");
        }
    }

    private static String program(String name) {
        Path cache = PostgresBinaries.usualCache(
                Path.of(System.getProperty("java.io.tmpdir")), System.getenv("LIANXIN_CACHE"));
        return PostgresBinaries.in(cache).program(name).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Postmaster.processesIn(folder).forEach(each -> Shell.signal("KILL", each));
        Shell.run(List.of("rm", "-rf", String.valueOf(folder.getParent())));
    }
}
