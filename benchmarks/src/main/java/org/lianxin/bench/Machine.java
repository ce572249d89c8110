package org.lianxin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;

/** What the figures were measured on. */
public final class Machine {

    private static final int SYNCS = 100;
    private static final int PAGE = 8192;

    private Machine() {}

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Prints commit, seed and machine: what a reader needs to judge or repeat a figure. */
    public static void print(PrintStream out, long seed, Path data) {
        out.printf("seed %d, commit %s%n", seed, commit());
        out.printf(
                "machine: %s, %d cores, %s of memory, Linux %s, Java %s%n",
                cpu(), cores(), memory(), System.getProperty("os.version"), System.getProperty("java.version"));
        out.printf("disk: writing and syncing 8 KiB takes %.1f ms (median of %d)%n", syncMillis(data), SYNCS);
        out.printf("load of the machine before: %s%n", load());
    }

    /** The time of a transaction that only has to be durable: no single writer is answered sooner. */
    public static void printCommit(PrintStream out, DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT pg_logical_emit_message(true, 'bench', 'x')")) {
            long[] nanos = new long[SYNCS];
            for (int i = 0; i < SYNCS; i++) {
                long begun = System.nanoTime();
                statement.execute();
                nanos[i] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            double millis = nanos[SYNCS / 2] / 1e6;
            out.printf(
                    "a transaction that only has to be durable takes %.2f ms (median of %d): %.0f a second, one after another%n",
                    millis, SYNCS, 1_000 / millis);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                    .directory(new java.io.File(System.getProperty("lianxin.home", ".")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? "unknown" : commit;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String cpu() {
        return lineOf("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", "");
    }

    private static String memory() {
        long kib = Long.parseLong(lineOf("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", ""));
        return String.format(Locale.ROOT, "%.1f GiB", kib / 1024.0 / 1024.0);
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String lineOf(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(each -> each.startsWith(start))
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double syncMillis(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "sync", ".probe");
            long[] nanos = new long[SYNCS];
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int i = 0; i < SYNCS; i++) {
                    long begun = System.nanoTime();
                    channel.write(ByteBuffer.allocate(PAGE), 0);
                    channel.force(false);
                    nanos[i] = System.nanoTime() - begun;
                }
            } finally {
                Files.delete(file);
            }
            Arrays.sort(nanos);
            return nanos[SYNCS / 2] / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
