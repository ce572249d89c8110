package org.lianxin.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Action;
import org.lianxin.shared.SubjectRef;

/**
 * An order as others see it. Times are instants; the screen shows the unit's zone.
 *
 * @param number readable: {@code ZL-150581-20261122-0001}
 * @param state issued, signed, extension-asked, met, returned, handed-over, withdrawn
 * @param ended how it ended; null while it is open
 * @param asked the extension that waits for a decision
 * @param overdueSince when the deadline passed unmet; stays once set
 * @param nextStep the ladder step that fires next; null when none is ahead
 */
public record OrderView(
        UUID id,
        String number,
        String kind,
        String title,
        @Nullable String detail,
        SubjectRef subject,
        String state,
        IssueOrder.Urgency urgency,
        int rank,
        Place from,
        Place to,
        @Nullable String holder,
        Instant issuedAt,
        @Nullable Instant signedAt,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Ending ended,
        @Nullable Extension asked,
        @Nullable Instant overdueSince,
        @Nullable Step nextStep,
        List<Step> ladder,
        List<Action> actions) {

    /** A unit and, where it is one, the person. */
    public record Place(
            UUID unitId,
            String unitName,
            @Nullable UUID staffId,
            @Nullable String staffName) {}

    /**
     * @param outcome the code of its module when it was met, otherwise the state it ended in
     * @param words why, or what came of it; empty once the words are forgotten
     */
    public record Ending(Instant at, String outcome, String words) {}

    public record Extension(Instant until, String reason) {}

    /**
     * One step of the ladder.
     *
     * @param when unsigned or unmet
     * @param state ahead, fired or cancelled
     * @param tells who is told, as a sentence fragment: {@code 指挥长}
     */
    public record Step(int number, String when, Instant at, String state, String tells) {}
}
