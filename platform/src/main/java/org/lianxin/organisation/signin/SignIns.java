package org.lianxin.organisation.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.signin.AttemptRows.Origin;
import org.lianxin.organisation.signin.Credentials.Credential;
import org.lianxin.shared.NetworkAddress;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;

/**
 * Password, then second factor. At most ten wrong attempts an hour are evaluated for an account from devices it has not signed
 * in from before, and a hundred from one address; a device of the owner's has an allowance of its own, so guessing elsewhere
 * never locks the owner out. What does not exist costs as much time as what does.
 */
@Component
public class SignIns {

    static final int MOST_PER_ACCOUNT = 10;
    static final int MOST_PER_ADDRESS = 100;

    private static final SystemJob JOB = new SystemJob("organisation.sign-in", false);
    private static final int LONGEST_ACCOUNT = 200;
    private static final byte[] UNKNOWN_DEVICE = {};

    private final ScopedTransactions transactions;
    private final AuditLog log;
    private final AttemptRows attempts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SecretKeySpec accountKey;

    SignIns(Parts parts, Secrets secrets) {
        this.transactions = parts.transactions;
        this.log = parts.log;
        this.attempts = parts.attempts;
        this.credentials = parts.credentials;
        this.passwords = parts.passwords;
        this.factors = parts.factors;
        this.sessions = parts.sessions;
        this.accountKey = new SecretKeySpec(secrets.secret("organisation.attempts"), "HmacSHA256");
    }

    /** What signing in rests on. */
    @Component
    record Parts(
            ScopedTransactions transactions,
            AuditLog log,
            AttemptRows attempts,
            Credentials credentials,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions) {}

    /**
     * @param code of the second factor, where there is one
     * @param device the mark that an earlier sign-in left in this browser
     * @param agent what the browser calls itself
     */
    public record Attempt(
            String account,
            String password,
            @Nullable String code,
            @Nullable String device,
            String address,
            String agent) {

        @Override
        public String toString() {
            return "Attempt[***]";
        }
    }

    /** What comes of an attempt. */
    public sealed interface Outcome {
        /** @param device the mark to leave in this browser */
        record SignedIn(String token, String device, Viewer viewer) implements Outcome {
            @Override
            public String toString() {
                return "SignedIn[***]";
            }
        }

        record Wrong() implements Outcome {}

        record CodeNeeded() implements Outcome {}

        record TooMany(long retryAfterSeconds) implements Outcome {}
    }

    /** Asks a person who is signed in for the password once more, under a limit of the session's own. */
    boolean isPassword(Credential credential, Viewer viewer, String password) {
        Origin origin = new Origin(
                accountHash(credential.account()),
                Tokens.hash(viewer.sessionId().toString()),
                "session");
        return switch (admit(origin)) {
            case Admission.Refused refused ->
                throw new org.lianxin.shared.Refused(
                        429,
                        "organisation.too-many-attempts",
                        Words.say("organisation.refused.too-many-attempts", 60),
                        Map.of("retryAfterSeconds", refused.seconds));
            case Admission.Admitted admitted -> {
                boolean right = passwords.matches(password, credential.hash());
                if (right) {
                    transactions.runAs(JOB, () -> markSucceeded(admitted.attempt));
                }
                yield right;
            }
        };
    }

    private sealed interface Admission {
        record Admitted(UUID attempt) implements Admission {}

        record Refused(long seconds) implements Admission {}
    }

    public Outcome signIn(Attempt attempt) {
        if (attempt.password.length() > Passwords.LONGEST) {
            return new Outcome.Wrong();
        }
        String account = plain(attempt.account);
        String network = NetworkAddress.network(attempt.address);
        Origin origin = transactions.runAs(
                JOB, () -> new Origin(accountHash(account), knownDevice(account, attempt.device), network));
        return switch (admit(origin)) {
            case Admission.Refused refused -> new Outcome.TooMany(refused.seconds);
            case Admission.Admitted admitted -> evaluate(account, attempt, admitted.attempt);
        };
    }

    /** Counts the attempt before it is evaluated, so that a thousand at once are counted like a thousand in turn. */
    private Admission admit(Origin origin) {
        return transactions.runAs(JOB, () -> {
            attempts.lock(origin.account());
            long wait = attempts.waitForAccount(origin, MOST_PER_ACCOUNT);
            if (!origin.isKnownDevice()) {
                attempts.lock(origin.address().getBytes(StandardCharsets.UTF_8));
                wait = Math.max(wait, attempts.waitForAddress(origin, MOST_PER_ADDRESS));
            }
            return wait > 0 ? new Admission.Refused(wait) : new Admission.Admitted(attempts.insert(origin));
        });
    }

    private byte[] knownDevice(String account, @Nullable String device) {
        if (device == null) {
            return UNKNOWN_DEVICE;
        }
        byte[] hash = Tokens.hash(device);
        return attempts.isDeviceOf(hash, account) ? hash : UNKNOWN_DEVICE;
    }

    private Outcome evaluate(String account, Attempt attempt, UUID admitted) {
        Optional<Credential> found = credentials.findByAccount(account);
        if (found.isEmpty()) {
            passwords.matchNobody(attempt.password);
            noteRefusal(null);
            return new Outcome.Wrong();
        }
        Credential credential = found.get();
        if (!passwords.matches(attempt.password, credential.hash())) {
            noteRefusal(credential.staff());
            return new Outcome.Wrong();
        }
        boolean strong = credential.factor() > 0;
        if (strong && (attempt.code == null || attempt.code.isBlank())) {
            transactions.runAs(JOB, () -> markSucceeded(admitted));
            return new Outcome.CodeNeeded();
        }
        if (strong && !factors.accept(credential, attempt.code == null ? "" : attempt.code)) {
            noteRefusal(credential.staff());
            return new Outcome.Wrong();
        }
        return begin(credential.staff(), strong, attempt, admitted);
    }

    private Outcome begin(UUID staff, boolean strong, Attempt attempt, UUID admitted) {
        String device = attempt.device == null ? Tokens.fresh() : attempt.device;
        Sessions.Begun begun = transactions.runAs(JOB, () -> {
            markSucceeded(admitted);
            attempts.putDevice(Tokens.hash(device), staff);
            attempts.forgetOld();
            return sessions.begin(staff, strong, attempt.address, shortened(attempt.agent));
        });
        transactions.run(begun.viewer(), () -> {
            log.deed(new Deed("organisation.sign-in", new SubjectRef("organisation", staff), 1, "done", null));
            return true;
        });
        return new Outcome.SignedIn(begun.token(), device, begun.viewer());
    }

    private boolean markSucceeded(UUID admitted) {
        attempts.markSucceeded(admitted);
        return true;
    }

    /** Noted for accounts that exist and those that do not, so that neither takes longer. */
    private void noteRefusal(@Nullable UUID staff) {
        transactions.runAs(JOB, () -> {
            SubjectRef subject = staff == null ? null : new SubjectRef("organisation", staff);
            log.deed(new Deed("organisation.sign-in", subject, staff == null ? 0 : 1, "refused", null));
            return true;
        });
    }

    private byte[] accountHash(String account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(accountKey);
            return mac.doFinal(account.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }

    private static String plain(String account) {
        String text = account.length() > LONGEST_ACCOUNT ? account.substring(0, LONGEST_ACCOUNT) : account;
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String agent) {
        String plain = agent.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), 120));
    }
}
