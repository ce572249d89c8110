package org.lianxin.notification.sip;

import java.time.Duration;
import java.util.function.Consumer;
import javax.sip.Dialog;
import javax.sip.SipException;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.CallMoved;
import org.lianxin.notification.Telephone.DeskCall;
import org.lianxin.notification.Telephone.Ending;
import org.lianxin.notification.Telephone.Stage;
import org.lianxin.notification.domain.Sdp;
import org.lianxin.notification.domain.SipEndings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from the desk, by RFC 3725 flow III: the telephone on the desk is picked up and held, the person is rung, then each is
 * told of the other's media. Everything here happens on the one thread of {@link SipTelephone}.
 */
final class JoinedCall {

    /** An exchange that is there says something at once; one that is silent for so long is down. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(JoinedCall.class);

    private final DeskCall call;
    private final SipSettings settings;
    private final Leg desk;
    private final Leg person;
    private final Watch watch;
    private final Consumer<CallMoved> news;
    private Stage stage = Stage.DESK;

    /** Does something later, on the same thread. */
    interface Watch {
        void after(Duration time, Runnable what);
    }

    JoinedCall(DeskCall call, SipSettings settings, SipLine line, Watch watch, Consumer<CallMoved> news) {
        this.call = call;
        this.settings = settings;
        this.desk = new Leg(line);
        this.person = new Leg(line);
        this.watch = watch;
        this.news = news;
    }

    void begin() {
        news.accept(new CallMoved(call.id(), Stage.DESK, null));
        attempt(() -> desk.ring(call.desk(), this::deskSays));
        bePatient(desk, settings.deskRings(), Ending.DESK_UNANSWERED);
    }

    /** A telephone rings for its time; where the network never says that it rings, for twice as long. */
    private void bePatient(Leg leg, Duration rings, Ending otherwise) {
        watch.after(SILENCE, () -> {
            if (!leg.isHeard()) {
                end(Ending.LINE_DOWN);
            }
        });
        watch.after(rings.multipliedBy(2), () -> giveUp(leg, otherwise));
    }

    private void giveUp(Leg leg, Ending ending) {
        if (!leg.isPickedUp()) {
            end(ending);
        }
    }

    private void deskSays(Answer answer) {
        if (stage == Stage.ENDED) {
            late(desk, answer);
        } else if (answer.isGood()) {
            desk.pickUp(answer, this);
            attempt(() -> {
                desk.take(desk.offer().held());
                ringPerson();
            });
        } else if (!answer.isProvisional()) {
            end(SipEndings.ofDesk(answer.status()));
        } else if (desk.beginsToRing(answer)) {
            watch.after(settings.deskRings(), () -> giveUp(desk, Ending.DESK_UNANSWERED));
        }
    }

    private void ringPerson() throws SipException {
        move(Stage.DIALLING);
        person.ring(settings.prefix() + call.to().national(), this::personSays);
        bePatient(person, settings.personRings(), Ending.NO_ANSWER);
    }

    private void personSays(Answer answer) {
        if (stage == Stage.ENDED) {
            late(person, answer);
        } else if (answer.isGood()) {
            person.pickUp(answer, this);
            attempt(() -> desk.offerAgain(person.offer().asManyAs(desk.offer()), this::deskJoins));
        } else if (answer.isProvisional()) {
            if (person.beginsToRing(answer)) {
                move(Stage.RINGING);
                watch.after(settings.personRings(), () -> giveUp(person, Ending.NO_ANSWER));
            }
        } else {
            end(SipEndings.ofPerson(answer.status(), answer.cause()));
        }
    }

    private void deskJoins(Answer answer) {
        if (stage == Stage.ENDED || answer.isProvisional()) {
            return;
        }
        if (!answer.isGood()) {
            end(Ending.LINE_DOWN);
            return;
        }
        attempt(() -> {
            desk.acknowledge(answer);
            person.take(answer.sdp().asManyAs(person.offer()));
        });
        move(Stage.TALKING);
    }

    /** An answer that crossed our giving up. */
    private void late(Leg leg, Answer answer) {
        if (answer.isGood()) {
            leg.pickUp(answer, this);
        }
        if (answer.isGood() || answer.isProvisional()) {
            closed(leg, false);
        }
    }

    /** The clerk hangs up on the screen. */
    void hangUp() {
        end(stage == Stage.TALKING ? Ending.HUNG_UP : given(Ending.CANCELLED));
    }

    /** One of the two hung up at their telephone. */
    void hungUp(@Nullable Dialog dialog) {
        if (stage == Stage.ENDED) {
            return;
        }
        boolean byDesk = desk.owns(dialog);
        closed(byDesk ? desk : person, true);
        end(stage == Stage.TALKING || !byDesk ? Ending.HUNG_UP : given(Ending.CANCELLED));
    }

    private Ending given(Ending ending) {
        return stage == Stage.DESK ? Ending.DESK_UNANSWERED : ending;
    }

    /** What we said last to whom this call of the exchange belongs. */
    @Nullable
    Sdp said(@Nullable Dialog dialog) {
        return desk.owns(dialog) ? desk.said() : person.said();
    }

    private void end(Ending ending) {
        if (stage == Stage.ENDED) {
            return;
        }
        stage = Stage.ENDED;
        closed(person, false);
        closed(desk, false);
        news.accept(new CallMoved(call.id(), Stage.ENDED, ending));
    }

    private void move(Stage next) {
        if (stage != Stage.ENDED) {
            stage = next;
            news.accept(new CallMoved(call.id(), next, null));
        }
    }

    /** What goes over the wire. */
    private interface Wire {
        void run() throws SipException;
    }

    private void attempt(Wire wire) {
        try {
            wire.run();
        } catch (SipException e) {
            end(Ending.LINE_DOWN);
        }
    }

    private static void closed(Leg leg, boolean hungUpThere) {
        try {
            leg.close(hungUpThere);
        } catch (SipException e) {
            LOG.debug("a telephone could not be hung up: the exchange is gone, or was first");
        }
    }
}
