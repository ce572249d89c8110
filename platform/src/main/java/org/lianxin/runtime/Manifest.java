package org.lianxin.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a backup with their SHA-256, in the format of {@code sha256sum}, so that they can be checked without us. */
final class Manifest {

    static final String NAME = "manifest.sha256";

    private final Path folder;
    private final Map<String, String> hashes = new TreeMap<>();
    private long bytes;

    Manifest(Path folder) {
        this.folder = folder;
    }

    int files() {
        return hashes.size();
    }

    long bytes() {
        return bytes;
    }

    /** Copies a file into the backup under this name and remembers its hash. */
    void copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.getParent());
        try (InputStream in = Files.newInputStream(from)) {
            hashes.put(name, write(in, to));
        }
        bytes += Files.size(to);
    }

    void write(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            hashes.put(name, write(in, null));
        }
    }

    /** Written last: a backup without it was not finished. */
    void finish() throws IOException {
        List<String> lines = new ArrayList<>();
        hashes.forEach((name, hash) -> lines.add(hash + "  " + name));
        Files.write(folder.resolve(NAME), lines);
    }

    /** Checks every file; the answer names what is missing, changed or not listed, and is empty when all is well. */
    static List<String> faults(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            return List.of("no " + NAME + ": not a backup, or one that was not finished");
        }
        List<String> faults = new ArrayList<>();
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(NAME))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                String hash = listed.remove(name);
                if (!name.equals(NAME) && hash == null) {
                    faults.add(name + ": not listed");
                } else if (hash != null) {
                    try (InputStream in = Files.newInputStream(file)) {
                        if (!write(in, null).equals(hash)) {
                            faults.add(name + ": changed");
                        }
                    }
                }
            }
        }
        listed.keySet().forEach(name -> faults.add(name + ": missing"));
        return faults;
    }

    private static String write(InputStream in, @org.jspecify.annotations.Nullable Path to) throws IOException {
        try {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            try (OutputStream out = to == null ? OutputStream.nullOutputStream() : Files.newOutputStream(to)) {
                digesting.transferTo(out);
            }
            if (to != null) {
                Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
