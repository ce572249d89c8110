package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.lianxin.runtime.Database.Login;

/** Random passwords of the database roles, one file each that only the owner of the service can read. */
record Secrets(Path folder) {

    static final String ADMIN = "lianxin_admin";
    static final String OWNER = "lianxin_owner";
    static final String SERVICE = "lianxin_service";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The role with its password, made up at the first call. */
    Login login(String role) {
        Path file = folder.resolve(role + ".password");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[24];
                RANDOM.nextBytes(bytes);
                Path fresh = Files.createTempFile(
                        folder,
                        role,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Login(role, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
