package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.notification.Telephone;
import org.lianxin.notification.Telephone.DeskCall;
import org.lianxin.notification.Telephone.Stage;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Places person-to-person calls from the desk: through the telephone exchange where one is set up, else visible in the simulator
 * only. The telephone in front of a clerk is the one that the exchange knows by the clerk's staff number (TE-05).
 */
@Component
class Telephony {

    private final Telephone telephone;
    private final Notifications notifications;

    Telephony(Telephone telephone, Notifications notifications) {
        this.telephone = telephone;
        this.notifications = notifications;
    }

    /** The stage in which a call is kept that is placed now; null without an exchange. */
    @Nullable
    String firstStage() {
        return telephone.isSetUp() ? Stage.DESK.word() : null;
    }

    /** Call inside the transaction that keeps the call: the exchange hears of it after the commit. */
    void place(Viewer viewer, UUID call, PhoneNumber phone, UUID episode) {
        if (telephone.isSetUp()) {
            DeskCall wanted = new DeskCall(call, viewer.staffNumber(), phone);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    telephone.place(wanted);
                }
            });
            return;
        }
        notifications.send(List.of(new NewMessage(
                "warning/call/" + call,
                "phone",
                phone,
                "warning.call",
                Words.say(Locale.CHINESE, "warning.call"),
                new SubjectRef("warning", episode),
                viewer.unitId())));
    }

    void hangUp(UUID call) {
        if (!telephone.hangUp(call)) {
            throw Refused.of(409, "warning.call-not-on-line");
        }
    }
}
