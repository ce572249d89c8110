package org.lianxin.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;

/** The outbox. Messages are written in the caller's transaction and sent after its commit, each at most once per key. */
public interface Notifications {

    /** Puts messages into the outbox; a message whose key is there already is ignored. */
    void send(List<NewMessage> messages);

    /** All messages on a subject with their receipts, newest first, numbers masked. */
    List<MessageView> onSubject(SubjectRef subject);

    /**
     * @param key idempotency key, also handed to the gateway
     * @param channel sms, phone (a voice call placed by the gateway) or push
     * @param template registered text id, for example {@code warning.sms.first}
     * @param text the words that go out
     */
    record NewMessage(
            String key,
            String channel,
            PhoneNumber to,
            String template,
            String text,
            @Nullable SubjectRef subject,
            UUID unitId) {}

    /** @param state queued, sent, delivered, failed or uncertain */
    record MessageView(
            UUID id,
            String channel,
            String toMasked,
            String template,
            String text,
            String state,
            java.time.Instant at,
            java.time.@Nullable Instant receiptAt) {}
}
