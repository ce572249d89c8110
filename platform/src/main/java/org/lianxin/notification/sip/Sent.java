package org.lianxin.notification.sip;

import java.util.function.Consumer;
import javax.sip.ClientTransaction;

/** A request under way, and who hears of its answers. A challenge is answered once: then it goes on as another transaction. */
final class Sent {

    private final Consumer<Answer> hears;
    private ClientTransaction transaction;
    private boolean challenged;

    Sent(ClientTransaction transaction, Consumer<Answer> hears) {
        this.transaction = transaction;
        this.hears = hears;
        transaction.setApplicationData(this);
    }

    ClientTransaction transaction() {
        return transaction;
    }

    void hear(Answer answer) {
        hears.accept(answer);
    }

    /** Whether a challenge is the first one; a second means that the credentials are wrong. */
    boolean isFirstChallenge() {
        return !challenged;
    }

    void goesOnAs(ClientTransaction again) {
        challenged = true;
        transaction = again;
        again.setApplicationData(this);
    }
}
