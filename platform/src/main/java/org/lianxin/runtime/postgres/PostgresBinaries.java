package org.lianxin.runtime.postgres;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.lianxin.runtime.StartRefused;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once per version into a folder only we can write. The folder carries the hash of the
 * archive in its name and a list of the hashes of its programs, checked at every start: nobody else's binaries are run.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    static final int MAJOR = 18;
    private static final String PROGRAMS = "programs.sha256";

    /** Unpacks if needed. */
    static PostgresBinaries in(Path cache) {
        byte[] archive = archive();
        Path home = cache.resolve("postgres-" + MAJOR + "-" + sha256(archive).substring(0, 16));
        try {
            if (!Files.exists(cache)) {
                Files.createDirectories(cache);
                Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            refuseForeign(cache);
            if (!Files.exists(home)) {
                unpackInto(archive, home);
            }
            refuseForeign(home);
            PostgresBinaries binaries = new PostgresBinaries(home);
            if (!binaries.hashes().equals(Files.readString(home.resolve(PROGRAMS)))) {
                throw new StartRefused(
                        "the PostgreSQL programs in " + home + " are not the ones that were unpacked there",
                        "find out who changed them, delete the folder and start again");
            }
            return binaries;
        } catch (IOException e) {
            throw new StartRefused(
                    "PostgreSQL cannot be unpacked into " + cache + " (" + e + ")",
                    "make the folder writable or name another one in LIANXIN_CACHE",
                    e);
        }
    }

    /** The usual place: LIANXIN_CACHE, root's /var/cache, the user's cache, else inside the data folder. */
    static Path usualCache(Path dataRoot, @Nullable String asked) {
        if (asked != null && !asked.isBlank()) {
            return Path.of(asked);
        }
        if (ServerAccount.ourUid() == 0) {
            return Path.of("/var/cache/lianxin");
        }
        Path users = Path.of(System.getProperty("user.home", "/nonexistent"), ".cache", "lianxin");
        try {
            Files.createDirectories(users);
            return Files.isWritable(users) ? users : dataRoot.resolve("cache");
        } catch (IOException e) {
            return dataRoot.resolve("cache");
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static void unpackInto(byte[] archive, Path home) throws IOException {
        Path parent = home.getParent();
        Path fresh = Files.createTempDirectory(parent, "unpacking-");
        unpack(archive, fresh);
        Files.writeString(fresh.resolve(PROGRAMS), new PostgresBinaries(fresh).hashes());
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | AtomicMoveNotSupportedException
                | java.nio.file.DirectoryNotEmptyException e) {
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean runs = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private String hashes() throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        for (String folder : new String[] {"bin", "lib", "lib/postgresql"}) {
            try (var files = Files.newDirectoryStream(home.resolve(folder), Files::isRegularFile)) {
                for (Path file : files) {
                    hashes.put(home.relativize(file).toString(), sha256(Files.readAllBytes(file)));
                }
            }
        }
        return hashes.toString();
    }

    private static void refuseForeign(Path folder) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        boolean ours = Files.getAttribute(folder, "unix:uid").equals(ServerAccount.ourUid());
        if (!ours
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new StartRefused(
                    "others can write " + folder + ", so the programs in it cannot be trusted",
                    "delete it and start again, or name another folder in LIANXIN_CACHE");
        }
    }

    private static byte[] archive() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name = machine.contains("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        try (InputStream in = PostgresBinaries.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new StartRefused(
                        "no embedded PostgreSQL for this machine (" + machine + ")",
                        "use a server: set LIANXIN_DATABASE_URL, see docs/how-to/run.md");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
