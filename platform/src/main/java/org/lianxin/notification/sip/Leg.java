package org.lianxin.notification.sip;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sip.Dialog;
import javax.sip.SipException;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Sdp;

/** One of the two telephones of a call: ringing, then standing, then gone. */
final class Leg {

    private static final int RINGING = 180;

    private final SipLine line;
    private final long session = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    private @Nullable Sent invite;
    private @Nullable Answer pickedUp;
    private @Nullable Sdp said;
    private int version;
    private boolean acknowledged;
    private boolean heard;
    private boolean rang;
    private boolean closed;

    Leg(SipLine line) {
        this.line = line;
    }

    void ring(String user, Consumer<Answer> hears) throws SipException {
        invite = line.invite(user, answer -> {
            heard = true;
            hears.accept(answer);
        });
    }

    /** Whether the exchange has said anything at all. */
    boolean isHeard() {
        return heard;
    }

    /** Whether this answer is the first to say that it rings, or that the network plays something of its own instead. */
    boolean beginsToRing(Answer answer) {
        boolean first = !rang && answer.isProvisional() && answer.status() >= RINGING;
        rang |= first;
        return first;
    }

    boolean isPickedUp() {
        return pickedUp != null;
    }

    /** Somebody picked up; who hears of what the exchange asks on this call afterwards. */
    void pickUp(Answer answer, Object owner) {
        pickedUp = answer;
        Dialog dialog = answer.dialog();
        if (dialog != null) {
            dialog.setApplicationData(owner);
        }
    }

    boolean owns(@Nullable Dialog dialog) {
        return dialog != null && pickedUp != null && dialog.equals(pickedUp.dialog());
    }

    /** What the telephone offers. */
    Sdp offer() {
        return picked().sdp();
    }

    /** What we said last on this call. */
    @Nullable
    Sdp said() {
        return said;
    }

    /** Takes the offer with this answer. */
    void take(Sdp answer) throws SipException {
        acknowledged = true;
        line.acknowledge(dialog(), picked().sequence(), own(answer));
    }

    /** Offers what the other telephone said. */
    void offerAgain(Sdp offer, Consumer<Answer> hears) throws SipException {
        line.within(dialog(), Request.INVITE, own(offer), hears);
    }

    void acknowledge(Answer answer) throws SipException {
        line.acknowledge(dialog(), answer.sequence(), null);
    }

    private Sdp own(Sdp sdp) {
        Sdp own = sdp.from(line.here(), session, ++version);
        said = own;
        return own;
    }

    /** Stops ringing or hangs up, whichever it needs; once. */
    void close(boolean hungUpThere) throws SipException {
        if (pickedUp == null) {
            if (invite != null) {
                line.cancel(invite);
            }
        } else if (!closed) {
            closed = true;
            if (!acknowledged) {
                take(offer().held());
            }
            if (!hungUpThere) {
                line.within(dialog(), Request.BYE, null, answer -> {});
            }
        }
    }

    private Answer picked() {
        if (pickedUp == null) {
            throw new IllegalStateException("nobody picked up yet");
        }
        return pickedUp;
    }

    private Dialog dialog() throws SipException {
        Dialog dialog = picked().dialog();
        if (dialog == null) {
            throw new SipException("the stack knows no call for what was picked up");
        }
        return dialog;
    }
}
