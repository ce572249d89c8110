package org.lianxin.organisation.signin;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.lianxin.shared.Refused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters OWASP names for it: 19 MiB, two passes, one lane. */
@Component
public class Passwords {

    public static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "qwertyuiop",
            "1q2w3e4r5t",
            "password123",
            "qwerty12345",
            "administrator",
            "iloveyou123",
            "abcdefghij",
            "a123456789",
            "woaini1314",
            "5201314520",
            "1qaz2wsx3edc",
            "letmein1234",
            "lianxin123",
            "lianxin1234",
            "admin12345",
            "passw0rd123",
            "1111111111",
            "0000000000",
            "8888888888");

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore lanes =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodysHash = encoder.encode("the hash that is compared when there is no such account");

    public String hash(String password) {
        return inTurn(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> encoder.matches(password, hash));
    }

    /** Costs as much as a comparison with a real account. */
    void matchNobody(String password) {
        matches(password, nobodysHash);
    }

    /** Refuses what is short, common, or made of the person's own account. */
    public void refuseWeak(String password, String account) {
        String plain = password.toLowerCase(Locale.ROOT);
        boolean repeated = plain.chars().distinct().count() < 5;
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refused.of(422, "organisation.password-length", SHORTEST, LONGEST);
        }
        if (COMMON.contains(plain) || repeated || (account.length() > 3 && plain.contains(account))) {
            throw Refused.of(422, "organisation.password-weak");
        }
    }

    /** Guessing must not take all processors from those at work. */
    private <T> T inTurn(java.util.function.Supplier<T> work) {
        lanes.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            lanes.release();
        }
    }
}
