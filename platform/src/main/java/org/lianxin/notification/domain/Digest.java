package org.lianxin.notification.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a digest challenge (RFC 7616), with the algorithms that RFC 8760 gives SIP. */
public final class Digest {

    /** One use of a nonce is all we make: each challenge is answered once. */
    public static final int COUNT = 1;

    private static final String COUNTED = "%08x".formatted(COUNT);
    private static final Map<String, String> ALGORITHMS =
            Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");

    private Digest() {}

    /** @param algorithm null means MD5 */
    public record Challenge(
            String realm, String nonce, @Nullable String algorithm, boolean protects) {

        /** Whether the algorithm is one of ours. */
        public boolean isKnown() {
            return ALGORITHMS.containsKey(name());
        }

        private String name() {
            return algorithm == null ? "MD5" : algorithm;
        }
    }

    /** @param clientNonce our own random part, used where the challenge offers protection (qop) */
    public record Asked(String method, String uri, String clientNonce) {}

    /** The {@code response} of the Authorization header. */
    public static String answer(Challenge challenge, String user, String password, Asked asked) {
        String secret = hash(challenge, user + ":" + challenge.realm() + ":" + password);
        String request = hash(challenge, asked.method() + ":" + asked.uri());
        String between = challenge.protects()
                ? challenge.nonce() + ":" + COUNTED + ":" + asked.clientNonce() + ":auth"
                : challenge.nonce();
        return hash(challenge, secret + ":" + between + ":" + request);
    }

    private static String hash(Challenge challenge, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHMS.getOrDefault(challenge.name(), "MD5"));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + challenge.name(), e);
        }
    }
}
