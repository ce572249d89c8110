package org.lianxin.audit.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lianxin.shared.Secrets;

/** Signs contexts with HMAC-SHA256 under a key that the database knows and the service's database role cannot read. */
final class ContextSeal {

    static final String SECRET = "audit.context";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK_BYTES = 64;

    private final SecretKeySpec key;

    ContextSeal(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.secret(SECRET), ALGORITHM);
    }

    byte[] sign(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
        }
    }

    /** The key combined with RFC 2104's inner or outer padding, which is all that the database needs. */
    static byte[] pad(byte[] key, int with) {
        byte[] pad = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < pad.length; i++) {
            pad[i] = (byte) (pad[i] ^ with);
        }
        return pad;
    }
}
