package org.lianxin.notification.domain;

import java.util.Map;
import java.util.OptionalInt;
import org.lianxin.notification.Telephone.Ending;

/**
 * What a final answer of the telephone network says: TE-01 to TE-04. A cause of ITU-T Q.850 in a Reason header (RFC 3326, RFC 6432)
 * goes before the status, since gateways put many causes into one status (RFC 3398 §8.2.6.1).
 */
public final class SipEndings {

    private static final Map<Integer, Ending> CAUSES = Map.ofEntries(
            Map.entry(1, Ending.WRONG_NUMBER), // unallocated number
            Map.entry(17, Ending.BUSY), // user busy
            Map.entry(18, Ending.NO_ANSWER), // no user responding
            Map.entry(19, Ending.NO_ANSWER), // no answer from user
            Map.entry(20, Ending.SWITCHED_OFF), // subscriber absent
            Map.entry(21, Ending.REFUSED), // call rejected
            Map.entry(22, Ending.WRONG_NUMBER), // number changed
            Map.entry(27, Ending.SWITCHED_OFF), // destination out of order
            Map.entry(28, Ending.WRONG_NUMBER), // invalid number format
            Map.entry(34, Ending.LINE_DOWN), // no circuit available
            Map.entry(38, Ending.LINE_DOWN), // network out of order
            Map.entry(41, Ending.LINE_DOWN), // temporary failure
            Map.entry(42, Ending.LINE_DOWN)); // switching equipment congestion

    private static final Map<Integer, Ending> STATUSES = Map.ofEntries(
            Map.entry(401, Ending.LINE_REFUSED),
            Map.entry(403, Ending.LINE_REFUSED),
            Map.entry(404, Ending.SWITCHED_OFF),
            Map.entry(407, Ending.LINE_REFUSED),
            Map.entry(408, Ending.NO_ANSWER),
            Map.entry(410, Ending.SWITCHED_OFF),
            Map.entry(480, Ending.NO_ANSWER),
            Map.entry(484, Ending.WRONG_NUMBER),
            Map.entry(486, Ending.BUSY),
            Map.entry(487, Ending.NO_ANSWER),
            Map.entry(600, Ending.BUSY),
            Map.entry(603, Ending.REFUSED),
            Map.entry(604, Ending.WRONG_NUMBER),
            Map.entry(607, Ending.REFUSED)); // unwanted, RFC 8197

    private SipEndings() {}

    /** What the answer to the person's number says about the person. Whatever is in no table says nothing about anybody. */
    public static Ending ofPerson(int status, OptionalInt cause) {
        Ending said = cause.isPresent() ? CAUSES.get(cause.getAsInt()) : null;
        return said == null ? STATUSES.getOrDefault(status, Ending.LINE_DOWN) : said;
    }

    /** What the answer of the telephone on the desk says: the call was not made, and why. */
    public static Ending ofDesk(int status) {
        return switch (STATUSES.getOrDefault(status, Ending.LINE_DOWN)) {
            case SWITCHED_OFF, WRONG_NUMBER -> Ending.DESK_UNKNOWN;
            case BUSY, NO_ANSWER, REFUSED -> Ending.DESK_UNANSWERED;
            case LINE_REFUSED -> Ending.LINE_REFUSED;
            case HUNG_UP, CANCELLED, DESK_UNANSWERED, DESK_UNKNOWN, LINE_DOWN -> Ending.LINE_DOWN;
        };
    }
}
