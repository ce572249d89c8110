package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.lianxin.shared.Secrets;

/** Keys as files of 32 bytes in the data folder, readable by the owner of the service alone. */
record FileSecrets(Path folder) implements Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Override
    public byte[] secret(String name) {
        if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a name for a secret: " + name);
        }
        synchronized (FileSecrets.class) {
            try {
                Path file = folder.resolve(name + ".key");
                if (!Files.exists(file)) {
                    create(file);
                }
                byte[] secret = Files.readAllBytes(file);
                if (secret.length != BYTES) {
                    throw new IllegalStateException(file + " does not hold " + BYTES + " bytes");
                }
                return secret;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void create(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        Path fresh = Files.createTempFile(
                folder,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, secret);
        try (var channel = java.nio.channels.FileChannel.open(fresh, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
