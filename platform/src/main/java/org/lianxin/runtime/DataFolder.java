package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Everything one instance keeps on disk.
 *
 * <pre>
 * postgres-18/    the database of that major version, owned by the account PostgreSQL runs as
 * secrets/        passwords and keys, readable by the owner of the service alone
 * postgres-log/   what PostgreSQL logs, seven days
 * log/            what the service logs
 * uploads/        where the server would put a form too large for memory; none is taken, and it is empty after every start
 * stamp           DEMO, BENCH or PRODUCTION
 * lock            held while a service runs
 * running.json    where the running service is found
 * </pre>
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder and its parts where they are missing. Root's folders can be passed through, never listed. */
    public DataFolder create() {
        try {
            boolean fresh = !Files.exists(root);
            Files.createDirectories(root);
            if (fresh || isOurs()) {
                permit(root, isRoot() ? "rwx--x--x" : "rwx------");
            }
            Files.createDirectories(secrets());
            permit(secrets(), "rwx------");
            Files.createDirectories(log());
            permit(log(), "rwx------");
            Files.createDirectories(uploads());
            permit(uploads(), "rwx------");
            return this;
        } catch (IOException e) {
            throw new StartRefused(
                    "the data folder " + root + " cannot be written (" + e + ")",
                    "give another one with --data DIR, or make it writable for this user",
                    e);
        }
    }

    /** Takes away what an earlier process left half arrived; only for whoever starts the service. */
    void clearUploads() {
        try (var left = Files.list(uploads())) {
            for (Path each : left.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path postgres(int major) {
        return root.resolve("postgres-" + major);
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path uploads() {
        return root.resolve("uploads");
    }

    public Path postgresLog() {
        return root.resolve("postgres-log");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path running() {
        return root.resolve("running.json");
    }

    public Path stamp() {
        return root.resolve("stamp");
    }

    private boolean isOurs() throws IOException {
        return Files.getAttribute(root, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
