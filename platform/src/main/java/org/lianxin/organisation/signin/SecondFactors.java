package org.lianxin.organisation.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lianxin.organisation.domain.Totp;
import org.lianxin.organisation.signin.Credentials.Credential;
import org.lianxin.shared.Secrets;
import org.springframework.stereotype.Component;

/**
 * One-time codes of authenticator apps. Their secrets are derived from the installation's key, so the database holds none.
 */
@Component
public class SecondFactors {

    private static final int SECRET_BYTES = 20;

    private final Credentials credentials;
    private final Secrets secrets;
    private final Clock clock;

    SecondFactors(Credentials credentials, Secrets secrets, Clock clock) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What an authenticator app is set up with. */
    public record Offer(String uri, String secret) {
        @Override
        public String toString() {
            return "Offer[***]";
        }
    }

    public Offer offer(UUID staff) {
        Credential credential = credentials.get(staff);
        String secret = Totp.base32(secret(staff, credentials.offerFactor(staff)));
        String account = URLEncoder.encode(credential.account(), StandardCharsets.UTF_8);
        return new Offer("otpauth://totp/Lianxin:" + account + "?secret=" + secret + "&issuer=Lianxin", secret);
    }

    /** False when the code does not belong to what was offered last. */
    public boolean confirm(UUID staff, String code) {
        Credential credential = credentials.get(staff);
        int offered = credential.offered();
        if (offered <= credential.factor()) {
            return false;
        }
        OptionalLong step = Totp.match(secret(staff, offered), code, clock.instant());
        step.ifPresent(found -> credentials.confirmFactor(staff, offered, found));
        return step.isPresent();
    }

    /** Whether the code is right and nobody has used it before. */
    boolean accept(Credential credential, String code) {
        OptionalLong step = Totp.match(secret(credential.staff(), credential.factor()), code, clock.instant());
        return step.isPresent() && credentials.useStep(credential.staff(), step.getAsLong());
    }

    private byte[] secret(UUID staff, int factor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("organisation.totp"), "HmacSHA256"));
            byte[] hash = mac.doFinal((staff + "/" + factor).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(hash, SECRET_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }
}
