package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies a running server through PostgreSQL's backup API: the files as they are, then every log segment from the start to
 * the end of the copying. What was committed before the end is in the copy.
 */
public final class BaseBackup {

    /** Their content belongs to the running server, not to the data; the folders themselves must exist. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "current_logfiles", "backup_label");

    private final Path cluster;
    private final Target target;

    /** Where the copies go. */
    public interface Target {
        void folder(String name) throws IOException;

        /** Copies; a file that vanished meanwhile is left out, the log holds what is needed of it. */
        void copy(Path from, String name) throws IOException;

        void write(String name, String content) throws IOException;
    }

    /**
     * From where to where the log was written meanwhile.
     *
     * @param start the first position needed
     * @param stop the end: everything committed before it is contained
     */
    public record Span(String start, String stop) {}

    public BaseBackup(Path cluster, Target target) {
        this.cluster = cluster;
        this.target = target;
    }

    /** Runs the whole backup on one session of the administrator. */
    public Span run(Connection administrator) throws SQLException, IOException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            String start = value(statement, "SELECT pg_backup_start('lianxin', true)");
            String first = value(statement, "SELECT pg_walfile_name('" + start + "')");
            copyFiles();
            String stop;
            try (ResultSet rows =
                    statement.executeQuery("SELECT lsn, labelfile, spcmapfile FROM pg_backup_stop(false)")) {
                rows.next();
                stop = rows.getString(1);
                target.write("backup_label", rows.getString(2));
                if (!rows.getString(3).isBlank()) {
                    target.write("tablespace_map", rows.getString(3));
                }
            }
            copyLog(first, value(statement, "SELECT pg_walfile_name('" + stop + "')"));
            return new Span(start, stop);
        }
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = cluster.relativize(folder).toString();
                if (name.startsWith("base/pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                target.folder(name);
                return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    try {
                        target.copy(file, cluster.relativize(file).toString());
                    } catch (NoSuchFileException e) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private void copyLog(String first, String last) throws IOException {
        try (Stream<Path> segments = Files.list(cluster.resolve("pg_wal"))) {
            for (Path segment : segments.sorted().toList()) {
                String name = segment.getFileName().toString();
                if (name.endsWith(".history")
                        || (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0)) {
                    target.copy(segment, "pg_wal/" + name);
                }
            }
        }
        target.folder("pg_wal/archive_status");
        target.folder("pg_wal/summaries");
    }

    private static String value(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
