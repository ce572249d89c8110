package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;
import org.postgresql.replication.LogSequenceNumber;

class BackupTest {

    private record Kept(int id, LogSequenceNumber at) {}

    private Path folder = Path.of("unset");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lianxin-backup-");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void whatWasCommittedBeforeTheEndOfABackupIsThereAfterRestore() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        Queue<Kept> kept = new ConcurrentLinkedQueue<>();
        int before;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PostgresSettings.small())) {
            Database database = postgres.database();
            Files.writeString(data.stamp(), "BENCH");
            Files.writeString(data.root().resolve("erased-keys"), "one\n");
            say(database, "CREATE TABLE public.kept (id int PRIMARY KEY)");
            new RunningFile(ProcessHandle.current().pid(), "http://localhost", database.url(), Instant.now())
                    .write(data.running());
            Thread writer = Thread.ofPlatform().start(() -> writeUntilInterrupted(database, kept));
            while (kept.size() < 20) {
                Thread.sleep(20);
            }
            before = kept.size();
            BackupCommand.backup(data, folder.resolve("backup"), out);
            writer.interrupt();
            writer.join();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Backed up");

        DataFolder restored = new DataFolder(folder.resolve("restored"));
        Path erased = Files.writeString(folder.resolve("newest"), "one\ntwo\n");
        RestoreCommand.restore(
                folder.resolve("backup"), restored, new Options(Map.of("--erased-keys", erased.toString())), out);

        LogSequenceNumber end = endOf(folder.resolve("backup"));
        List<Integer> promised = kept.stream()
                .filter(each -> each.at().asLong() <= end.asLong())
                .map(Kept::id)
                .toList();
        assertThat(promised).as("rows were committed while the backup ran").hasSizeGreaterThan(before);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(restored, PostgresSettings.small())) {
            assertThat(idsIn(postgres.database())).containsAll(promised);
        }
        assertThat(restored.root().resolve("erased-keys")).hasContent("one\ntwo");
        assertThat(Files.readString(restored.stamp())).isEqualTo("BENCH");
    }

    @Test
    void aDamagedBackupIsRefusedAndSoIsAUsedFolder() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        EmbeddedPostgres.start(data, PostgresSettings.small()).close();
        Path backup = folder.resolve("backup");
        BackupCommand.backup(data, backup, out);
        assertThatThrownBy(() -> BackupCommand.backup(data, backup, out)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> RestoreCommand.restore(backup, data, new Options(Map.of()), out))
                .hasMessageContaining("not empty");
        assertThat(Manifest.faults(backup)).isEmpty();

        Path file = backup.resolve("postgres-18/global/pg_control");
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);
        DataFolder fresh = new DataFolder(folder.resolve("fresh"));
        assertThatThrownBy(() -> RestoreCommand.restore(backup, fresh, new Options(Map.of()), out))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("pg_control: changed");
        Files.delete(file);
        assertThat(Manifest.faults(backup)).containsExactly("postgres-18/global/pg_control: missing");
    }

    @Test
    void archivedLogBringsBackWhatCameAfterTheBackup() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        PostgresSettings archiving = new PostgresSettings(128, 512, 4, 512, 0, 50, folder.resolve("archive"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, archiving)) {
            say(postgres.database(), "CREATE TABLE public.kept (id int PRIMARY KEY)");
            new RunningFile(
                            ProcessHandle.current().pid(),
                            "http://localhost",
                            postgres.database().url(),
                            Instant.now())
                    .write(data.running());
            BackupCommand.backup(data, folder.resolve("backup"), out);
            say(postgres.database(), "INSERT INTO public.kept VALUES (7)");
        }
        DataFolder restored = new DataFolder(folder.resolve("restored"));
        RestoreCommand.restore(
                folder.resolve("backup"),
                restored,
                new Options(Map.of("--wal", folder.resolve("archive").toString())),
                out);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(restored, PostgresSettings.small())) {
            assertThat(idsIn(postgres.database())).containsExactly(7);
        }
    }

    private static void writeUntilInterrupted(Database database, Queue<Kept> kept) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            for (int id = 1; !Thread.currentThread().isInterrupted(); id++) {
                statement.execute("INSERT INTO public.kept VALUES (" + id + ")");
                try (ResultSet rows = statement.executeQuery("SELECT pg_current_wal_insert_lsn()")) {
                    rows.next();
                    kept.add(new Kept(id, LogSequenceNumber.valueOf(rows.getString(1))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LogSequenceNumber endOf(Path backup) throws IOException {
        String json = Files.readString(backup.resolve("backup.json"));
        return LogSequenceNumber.valueOf(json.replaceAll("(?s).*\"to\":\"([^\"]*)\".*", "$1"));
    }

    private static Set<Integer> idsIn(Database database) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        try (Connection connection = open(database);
                ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM public.kept")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private static void say(Database database, String command) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }
}
