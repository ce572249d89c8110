package org.lianxin.organisation.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets of 256 bits; the database keeps their SHA-256 only. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SPOKEN = 12;
    private static final int GROUP = 4;

    private Tokens() {}

    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A short-lived secret that one person reads out to another: {@code k7mw-x3pd-9hqr}, nothing that looks alike. */
    public static String spoken() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < SPOKEN; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
        }
        return code.toString();
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
