package org.lianxin.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;

/** Somebody answered a message. Published inside the transaction that stores the reply, for convenience only. */
public record ReplyReceived(
        UUID reply, UUID message, @Nullable SubjectRef subject) {}
