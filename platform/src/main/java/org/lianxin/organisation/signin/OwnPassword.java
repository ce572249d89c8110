package org.lianxin.organisation.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.signin.Credentials.Credential;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** Changes that a signed-in person makes to the way they sign in; each asks for what an unattended desk does not know. */
@Component
public class OwnPassword {

    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final SignIns signIns;

    OwnPassword(
            Credentials credentials, Passwords passwords, SecondFactors factors, Sessions sessions, SignIns signIns) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    /**
     * What is still to be done before the work is shown.
     *
     * @param passwordDue the password was given by an administrator
     * @param factor a second factor is in use
     * @param strong this session has shown it
     */
    public record Standing(boolean passwordDue, boolean factor, boolean strong) {}

    public Standing standing(Viewer viewer) {
        Credential credential = credentials.get(viewer.staffId());
        return new Standing(credential.oneTime(), credential.factor() > 0, sessions.isStrong(viewer.sessionId()));
    }

    /** Sets a new password and ends every other session of the person. */
    public void change(Viewer viewer, String current, String fresh) {
        Credential credential = credentials.get(viewer.staffId());
        refuseWrong(viewer, credential, current);
        passwords.refuseWeak(fresh, credential.account());
        credentials.put(viewer.staffId(), passwords.hash(fresh));
        sessions.endOthers(viewer.staffId(), List.of(viewer.sessionId()));
    }

    /** @param password asked for when a second factor is in use already */
    public SecondFactors.Offer offerFactor(Viewer viewer, @Nullable String password) {
        Credential credential = credentials.get(viewer.staffId());
        if (credential.factor() > 0) {
            refuseWrong(viewer, credential, password == null ? "" : password);
        }
        return factors.offer(viewer.staffId());
    }

    /** On success this session counts as strong. */
    public boolean confirmFactor(Viewer viewer, String code) {
        boolean right = factors.confirm(viewer.staffId(), code);
        if (right) {
            sessions.markStrong(viewer.sessionId());
        }
        return right;
    }

    private void refuseWrong(Viewer viewer, Credential credential, String password) {
        if (!signIns.isPassword(credential, viewer, password)) {
            throw Refused.of(422, "organisation.password-wrong");
        }
    }
}
