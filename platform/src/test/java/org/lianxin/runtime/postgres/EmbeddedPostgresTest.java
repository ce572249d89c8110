package org.lianxin.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.StartRefused;

class EmbeddedPostgresTest {

    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    private DataFolder data = new DataFolder(Path.of("unset"));

    @BeforeEach
    void makeFolder() throws IOException {
        data = new DataFolder(Files.createTempDirectory("lianxin-supervisor-"));
    }

    @AfterEach
    void deleteFolder() throws IOException {
        for (Long left : Postmaster.processesIn(data.postgres(18))) {
            Shell.signal("KILL", left);
        }
        Shell.run(List.of("rm", "-rf", data.root().toString()));
    }

    @Test
    void theNextStartTakesOverTheServerOfAKilledService() throws Exception {
        long orphan;
        try (SupervisorInAProcess killed = SupervisorInAProcess.start(data.root())) {
            orphan = killed.serverPid();
            killed.kill();
        }
        assertThat(Postmaster.isAlive(orphan))
                .as("a kill of the service leaves its server running")
                .isTrue();
        try (EmbeddedPostgres next = start()) {
            assertThat(next.pid()).contains(orphan);
            assertThat(ask(next, "SELECT 'alive'")).isEqualTo("alive");
        }
        assertThat(Postmaster.isAlive(orphan)).as("closing stops it").isFalse();
    }

    @Test
    void aServerLeftRunningWithOtherSettingsIsStoppedFirst() throws Exception {
        long orphan;
        try (SupervisorInAProcess killed = SupervisorInAProcess.start(data.root())) {
            orphan = killed.serverPid();
            killed.kill();
        }
        PostgresSettings others = new PostgresSettings(128, 512, 4, 512, 0, 50, null);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(data, others)) {
            assertThat(Postmaster.isAlive(orphan)).isFalse();
            assertThat(ask(next, "SHOW max_connections")).isEqualTo("50");
        }
    }

    @Test
    void aKilledServerIsBackWithinTenSecondsWithEverythingCommitted() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            say(postgres, "CREATE TABLE kept AS SELECT 1 AS answer");
            List<Long> all = Postmaster.processesIn(data.postgres(18));
            assertThat(all).hasSizeGreaterThan(3);
            all.forEach(each -> Shell.signal("KILL", each));
            assertThat(backAfter(postgres)).isLessThan(BACK_WITHIN);
            assertThat(ask(postgres, "SELECT answer FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aServerWhoseChildrenOutliveItIsBackToo() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            Shell.signal("KILL", postgres.pid().orElseThrow());
            assertThat(backAfter(postgres)).isLessThan(BACK_WITHIN);
        }
    }

    @Test
    void aKilledBackendLeavesTheServerWorking() throws Exception {
        try (EmbeddedPostgres postgres = start();
                Connection connection = connect(postgres)) {
            long server = postgres.pid().orElseThrow();
            Shell.signal("KILL", Long.parseLong(ask(connection, "SELECT pg_backend_pid()")));
            assertThat(backAfter(postgres)).isLessThan(BACK_WITHIN);
            assertThat(postgres.pid()).contains(server);
        }
    }

    @Test
    void aSecondSupervisorIsRefused() {
        try (EmbeddedPostgres first = start()) {
            assertThat(first.pid()).isPresent();
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another Lianxin is running");
        }
    }

    @Test
    void aProcessNumberGivenToSomebodyElseDoesNotStopTheStart() throws Exception {
        start().close();
        Path file = data.postgres(18).resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + data.postgres(18) + "\n0\n1\n");
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void overridesThatSomebodyLeftAreNotKept() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            say(postgres, "ALTER SYSTEM SET fsync = off");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void changedProgramsAreNotRun() throws Exception {
        Path cache = Files.createDirectory(data.root().resolve("cache"));
        PostgresBinaries binaries = PostgresBinaries.in(cache);
        assertThat(PostgresBinaries.in(cache)).isEqualTo(binaries);
        Files.writeString(binaries.program("pg_ctl"), "#!/bin/sh");
        assertThatThrownBy(() -> PostgresBinaries.in(cache)).hasMessageContaining("are not the ones");
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> PostgresBinaries.in(cache)).hasMessageContaining("others can write");
    }

    @Test
    void worksAsAPlainUser() throws Exception {
        assumeThat(ServerAccount.ourUid())
                .as("only root can become somebody else")
                .isZero();
        String classPath = readableClassPath(data.root().resolve("classes"));
        Shell.run(List.of("chown", "-R", "65534:65534", data.root().toString()));
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
        try (SupervisorInAProcess plain = SupervisorInAProcess.start(data.root(), classPath, nobody)) {
            assertThat(plain.line()).containsOnlyDigits();
            assertThat(Files.getAttribute(Path.of("/proc", plain.line()), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    @Test
    void worksAsRootInAFolderNobodyElseCanReach() throws Exception {
        assumeThat(ServerAccount.ourUid()).as("needs root").isZero();
        Files.setPosixFilePermissions(data.root(), PosixFilePermissions.fromString("rwx------"));
        DataFolder hidden = new DataFolder(data.root().resolve("inside"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(hidden, PostgresSettings.small())) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, PostgresSettings.small());
    }

    private static Duration backAfter(EmbeddedPostgres postgres) throws InterruptedException {
        long from = System.nanoTime();
        while (System.nanoTime() - from < BACK_WITHIN.multipliedBy(2).toNanos()) {
            try {
                ask(postgres, "SELECT 1");
                Duration took = Duration.ofNanos(System.nanoTime() - from);
                System.out.println("PostgreSQL back after " + took.toMillis() + " ms");
                return took;
            } catch (SQLException e) {
                Thread.sleep(50);
            }
        }
        return BACK_WITHIN.multipliedBy(2);
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        Database database = postgres.database();
        return DriverManager.getConnection(
                database.url(),
                postgres.administrator().user(),
                postgres.administrator().password());
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres)) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void say(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Copies of the class path that an account without access to root's home can read. */
    private static String readableClassPath(Path target) throws IOException {
        Files.createDirectories(target);
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            boolean wanted = Files.isDirectory(Path.of(part))
                    || Stream.of("postgres", "compress", "xz-", "slf4j-api", "commons-io", "commons-lang3", "jspecify")
                            .anyMatch(Path.of(part).getFileName().toString()::contains);
            if (wanted) {
                Path copy = target.resolve(parts.size() + "-" + Path.of(part).getFileName());
                Shell.run(List.of("cp", "-r", part, copy.toString()));
                parts.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, parts);
    }
}
