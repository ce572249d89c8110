package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;

/** Places a person-to-person call from the desk. Until a SIP line is connected the call is visible in the simulator only. */
@Component
class Telephony {

    private final Notifications notifications;

    Telephony(Notifications notifications) {
        this.notifications = notifications;
    }

    void place(UUID call, PhoneNumber phone, UUID episode, UUID unit) {
        notifications.send(List.of(new NewMessage(
                "warning/call/" + call,
                "phone",
                phone,
                "warning.call",
                Words.say(Locale.CHINESE, "warning.call"),
                new SubjectRef("warning", episode),
                unit)));
    }
}
