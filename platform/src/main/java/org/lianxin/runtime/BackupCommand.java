package org.lianxin.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lianxin.runtime.postgres.BaseBackup;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;
import org.lianxin.shared.Command;

/**
 * {@code ./lianxin backup --to DIR [--data DIR]}: the whole data folder, while the service runs or not. The copy holds the
 * keys of the installation: keep it where only you can read it.
 */
public final class BackupCommand implements Command {

    private static final Set<String> NOT_KEPT =
            Set.of("lock", "running.json", "log", "postgres-log", "uploads", "cache");

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return """
                ./lianxin backup --to DIR [--data DIR]
                  a verified copy of the whole data folder, while the service runs or not 备份""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.of(arguments, Set.of("--to", "--data"));
            DataFolder data = FoundInstallation.find(arguments);
            refuseServer(data);
            backup(data, Path.of(options.get("--to")), out);
            return 0;
        } catch (StartRefused refused) {
            err.println(refused.lines());
            return 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            err.println("The database did not let itself be copied: " + e.getMessage());
            return 2;
        }
    }

    private static void refuseServer(DataFolder data) {
        if (Instance.server(System.getenv()) != null) {
            throw new StartRefused(
                    "LIANXIN_DATABASE_URL is set: that server is backed up with its own tools",
                    "use pg_basebackup or what its operator uses; copy " + data.secrets() + " as well");
        }
    }

    static void backup(DataFolder data, Path to, PrintStream out) throws IOException, SQLException {
        RestoreCommand.refuseUsed(to);
        Files.createDirectories(to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        Optional<RunningFile> running = RunningFile.find(data.running());
        if (running.isPresent()) {
            copy(data, to, running.get().jdbcUrl(), out);
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PostgresSettings.forThisMachine())) {
            copy(data, to, postgres.database().url(), out);
        }
    }

    private static void copy(DataFolder data, Path to, String url, PrintStream out) throws IOException, SQLException {
        Manifest manifest = new Manifest(to);
        String cluster = EmbeddedPostgres.folderOf(data).getFileName().toString();
        Database.Login administrator = EmbeddedPostgres.administratorOf(data);
        try (Connection connection = DriverManager.getConnection(url, administrator.user(), administrator.password())) {
            BaseBackup.Span span = new BaseBackup(
                            EmbeddedPostgres.folderOf(data), new ClusterTarget(manifest, to, cluster))
                    .run(connection);
            copyOthers(data, cluster, manifest);
            manifest.write("backup.json", """
                    {"finished":"%s","from":"%s","to":"%s"}
                    """.formatted(
                            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS), span.start(), span.stop()));
        }
        manifest.finish();
        EmbeddedPostgres.writeThrough();
        out.printf("Backed up %d files, %d MB, to %s%n", manifest.files(), manifest.bytes() / 1_000_000, to);
    }

    private static void copyOthers(DataFolder data, String cluster, Manifest manifest) throws IOException {
        try (Stream<Path> all = Files.walk(data.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = data.root().relativize(file);
                String first = name.getName(0).toString();
                if (!NOT_KEPT.contains(first) && !first.equals(cluster)) {
                    manifest.copy(file, name.toString());
                }
            }
        }
    }

    /** The cluster's own folder inside the backup. */
    private record ClusterTarget(Manifest manifest, Path to, String cluster) implements BaseBackup.Target {
        @Override
        public void folder(String name) throws IOException {
            Files.createDirectories(to.resolve(cluster).resolve(name));
        }

        @Override
        public void copy(Path from, String name) throws IOException {
            manifest.copy(from, cluster + "/" + name);
        }

        @Override
        public void write(String name, String content) throws IOException {
            manifest.write(cluster + "/" + name, content);
        }
    }
}
