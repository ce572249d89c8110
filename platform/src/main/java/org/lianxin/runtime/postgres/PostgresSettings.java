package org.lianxin.runtime.postgres;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server is told. Durability is not a setting: fsync, full_page_writes and synchronous_commit are on.
 *
 * @param sharedBuffersMb the server's own cache
 * @param cacheMb what the planner may expect the machine to cache
 * @param workMb memory for one sort or hash
 * @param maxWalMb size of the log between checkpoints; bounds the time of recovery
 * @param walArchive where finished log segments are copied for point-in-time recovery, if anywhere
 * @param parallelWorkers workers helping one query; none on two cores, so that one report never slows the desk
 */
public record PostgresSettings(
        int sharedBuffersMb,
        int cacheMb,
        int workMb,
        int maxWalMb,
        int parallelWorkers,
        int maxConnections,
        @Nullable Path walArchive) {

    private static final int PER_NODE = 30;
    private static final int COMMANDS = 20;

    /** Sized to this machine, which the service, browsers and others share. */
    public static PostgresSettings forThisMachine() {
        long memoryMb = 4096;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            memoryMb = machine.getTotalMemorySize() / (1024 * 1024);
        }
        int shared = Math.clamp(memoryMb / 8, 128, 2048);
        int parallel = Math.max(0, Runtime.getRuntime().availableProcessors() / 2 - 1);
        return new PostgresSettings(
                shared, Math.clamp(memoryMb / 2, 512, 65536), 16, 1024, parallel, 100, askedArchive());
    }

    /** With enough connections for so many service processes, each with its pools, and some for commands. */
    public PostgresSettings withRoomFor(int nodes) {
        return new PostgresSettings(
                sharedBuffersMb,
                cacheMb,
                workMb,
                maxWalMb,
                parallelWorkers,
                Math.max(maxConnections, COMMANDS + nodes * PER_NODE),
                walArchive);
    }

    private static @Nullable Path askedArchive() {
        String folder = System.getenv("LIANXIN_WAL_ARCHIVE");
        return folder == null || folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
    }

    /** Small, for tests: many short-lived databases. */
    public static PostgresSettings small() {
        return new PostgresSettings(256, 1024, 8, 1024, 0, 200, null);
    }

    /** The configuration file. The server's log names neither statements nor values: they may hold personal data. */
    String file(int port, Path logFolder) {
        Map<String, String> lines = new TreeMap<>();
        putSafety(lines, port);
        putSizes(lines);
        putLog(lines, logFolder);
        StringBuilder text = new StringBuilder("# Written at every start; changes here are lost.\n");
        lines.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private void putSafety(Map<String, String> lines, int port) {
        lines.put("listen_addresses", "'127.0.0.1'");
        lines.put("unix_socket_directories", "''");
        lines.put("port", Integer.toString(port));
        lines.put("max_connections", Integer.toString(maxConnections));
        lines.put("password_encryption", "scram-sha-256");
        lines.put("fsync", "on");
        lines.put("full_page_writes", "on");
        lines.put("synchronous_commit", "on");
        lines.put("restart_after_crash", "on");
        lines.put("client_connection_check_interval", "2s");
        lines.put("timezone", "'UTC'");
        if (walArchive != null) {
            lines.put("archive_mode", "on");
            lines.put("archive_library", "'basic_archive'");
            lines.put("basic_archive.archive_directory", quoted(walArchive));
            lines.put("archive_timeout", "60s");
        }
    }

    private void putSizes(Map<String, String> lines) {
        lines.put("shared_buffers", sharedBuffersMb + "MB");
        lines.put("effective_cache_size", cacheMb + "MB");
        lines.put("work_mem", workMb + "MB");
        lines.put("maintenance_work_mem", Math.max(64, sharedBuffersMb / 4) + "MB");
        lines.put("max_wal_size", maxWalMb + "MB");
        // A new segment of the log is filled with zeros first, a tenth of a second in which nobody can commit: keep the
        // old ones.
        lines.put("min_wal_size", maxWalMb + "MB");
        lines.put("checkpoint_completion_target", "0.9");
        // The only method these binaries know costs more time in the commit than the bytes it saves.
        lines.put("wal_compression", "off");
        lines.put("random_page_cost", "1.1");
        lines.put("jit", "off");
        lines.put("max_parallel_workers_per_gather", Integer.toString(parallelWorkers));
        lines.put("autovacuum_vacuum_scale_factor", "0.05");
        lines.put(
                "autovacuum_max_workers",
                Integer.toString(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 3)));
    }

    private static void putLog(Map<String, String> lines, Path logFolder) {
        lines.put("log_timezone", "'UTC'");
        lines.put("logging_collector", "on");
        lines.put("log_directory", quoted(logFolder));
        lines.put("log_filename", "'postgres-%a.log'");
        lines.put("log_file_mode", "0600");
        lines.put("log_truncate_on_rotation", "on");
        lines.put("log_rotation_age", "1d");
        lines.put("log_rotation_size", "0");
        lines.put("log_min_messages", "warning");
        lines.put("log_min_error_statement", "panic");
        lines.put("log_error_verbosity", "terse");
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** Passwords only, from this machine only. */
    static String access() {
        return """
                # Written at every start; changes here are lost.
                host all all 127.0.0.1/32 scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                """;
    }
}
