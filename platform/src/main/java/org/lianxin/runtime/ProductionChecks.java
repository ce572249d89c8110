package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses to do real work with secrets that others know. */
final class ProductionChecks {

    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final List<String> KNOWN =
            List.of("password", "postgres", "lianxin", "changeme", "change-me", "secret", "admin", "123456", "qwerty");

    private ProductionChecks() {}

    /** Passwords of a database server as somebody chose them. */
    static void refuseKnownPasswords(Database database) {
        for (Database.Login login : List.of(database.owner(), database.service())) {
            String password = login.password().toLowerCase(Locale.ROOT);
            boolean known =
                    KNOWN.stream().anyMatch(each -> password.replace(each, "").length() < 6);
            if (password.length() < SHORTEST_PASSWORD || known || password.contains(login.user())) {
                throw new StartRefused(
                        "the password of database role " + login.user() + " is short or a usual one",
                        "ALTER ROLE " + login.user() + " PASSWORD '…' with " + SHORTEST_PASSWORD
                                + " random characters or more");
            }
        }
        if (database.owner().password().equals(database.service().password())) {
            throw new StartRefused(
                    "the owner and the service share one password", "give each database role a password of its own");
        }
    }

    /** Keys that others on this machine can read. */
    static void refuseOpenSecrets(Path secrets) {
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file : files.toList()) {
                if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                    throw new StartRefused(
                            "others can read or write " + file,
                            "replace the secret if it is in doubt, then chmod 600 it");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
