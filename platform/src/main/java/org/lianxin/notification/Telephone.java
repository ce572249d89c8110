package org.lianxin.notification;

import java.util.Locale;
import java.util.UUID;
import org.lianxin.shared.PhoneNumber;

/**
 * Person-to-person calls from the desk: the exchange of the house rings the caller's own telephone, then the person, and joins the
 * two. A call is made now or not at all: nothing waits, nothing is repeated. How it goes is told by {@link CallMoved}.
 */
public interface Telephone {

    /** Whether an exchange is set up; without one nothing may be placed. */
    boolean isSetUp();

    /** Begins a call and returns at once. Call after the commit of what says that it is made. */
    void place(DeskCall call);

    /** Ends a call in whatever stage it is. False when this node has no such call. */
    boolean hangUp(UUID call);

    /**
     * @param id of the call, chosen by the caller
     * @param desk what the exchange calls the telephone in front of the caller
     */
    record DeskCall(UUID id, String desk, PhoneNumber to) {}

    /** How far a call is. */
    enum Stage {
        /** The telephone on the desk rings. */
        DESK,
        /** The person's number is dialled. */
        DIALLING,
        /** The person's telephone rings. */
        RINGING,
        TALKING,
        ENDED;

        /** As in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a call ended, as the network says it. */
    enum Ending {
        /** The two had been joined. */
        HUNG_UP(true),
        /** The caller hung up before. */
        CANCELLED(true),
        BUSY(true),
        NO_ANSWER(true),
        REFUSED(true),
        SWITCHED_OFF(true),
        WRONG_NUMBER(true),
        /** The telephone on the desk was not picked up. */
        DESK_UNANSWERED(false),
        /** The exchange does not know the telephone on the desk. */
        DESK_UNKNOWN(false),
        /** The exchange does not let us call. */
        LINE_REFUSED(false),
        /** The exchange, or the network behind it, is out of order. */
        LINE_DOWN(false);

        private final boolean made;

        Ending(boolean made) {
            this.made = made;
        }

        /** Whether the person's number was tried; otherwise nothing is known about the person. */
        public boolean isMade() {
            return made;
        }

        /** As in JSON and in the database: {@code no-answer}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
