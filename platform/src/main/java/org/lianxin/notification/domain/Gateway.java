package org.lianxin.notification.domain;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;

/** A way out of the house. Calls are made outside of any transaction and may take as long as {@link #patience()}. */
public interface Gateway {

    /** Stable, for example {@code smpp}. */
    String name();

    /** Channels it serves now; empty when it is not set up. */
    Set<String> channels();

    /**
     * Whether it recognises a key it has seen and does nothing then. Such a gateway may be asked again; any other never is once
     * its answer was lost.
     */
    boolean isKeyed();

    /** The longest a call may take; who holds a message longer has lost it. */
    Duration patience();

    Answer send(Outgoing message);

    /** Several at once, one answer for each in order; only a gateway with keys is handed more than one. */
    default List<Answer> sendAll(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    /** Called between rounds, for what a gateway does by itself. */
    default void idle() {}

    /** What goes out. */
    record Outgoing(
            UUID id,
            String key,
            String channel,
            PhoneNumber to,
            String text,
            @Nullable SubjectRef subject,
            UnitPath unit) {

        @Override
        public String toString() {
            return "message " + id;
        }
    }

    /** What a gateway says. */
    sealed interface Answer {

        /** Taken; receipts will come under these references, one for each part. */
        record Accepted(List<String> references) implements Answer {}

        /** Never will be taken, for example a number that does not exist. */
        record Refused(String problem) implements Answer {}

        /** Certainly not taken; ask again later. */
        record Later(Duration after, String problem) implements Answer {}

        /** Nobody knows. */
        record Unknown(String problem) implements Answer {}
    }
}
