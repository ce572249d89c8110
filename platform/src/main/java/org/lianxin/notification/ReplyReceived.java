package org.lianxin.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;

/**
 * Somebody sent us a text. Published inside the transaction that keeps it: a listener that fails makes the carrier send it again.
 *
 * @param about what the last text to this number was about; null when none went there
 */
public record ReplyReceived(
        UUID reply, PhoneNumber from, String text, @Nullable About about) {

    /** @param unit that had written */
    public record About(SubjectRef subject, UUID unit) {}

    /** Without the words. */
    @Override
    public String toString() {
        return "reply " + reply;
    }
}
