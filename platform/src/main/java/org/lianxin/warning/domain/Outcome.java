package org.lianxin.warning.domain;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.LifeCycle.Deed;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;

/** What came of the effort to reach the person, and what must follow: WA-20 to WA-26. */
public record Outcome(
        Kind kind,
        @Nullable Long savedCents,
        @Nullable String savedHow,
        @Nullable Long lostCents,
        @Nullable String note) {

    /** As much as an import takes for one signal (WA-04). */
    private static final long MOST_CENTS = 10_000_000_000_000_000L;

    /** 结果. */
    public enum Kind {
        REACHED(Deed.REACHED),
        REFUSED(Deed.REFUSED),
        NOT_FOUND(Deed.NOT_FOUND),
        HANDED_OVER(Deed.HANDED_OVER),
        PARTLY_PAID(Deed.PARTLY_PAID),
        NOT_BELIEVED(Deed.NOT_BELIEVED);

        private final Deed deed;

        Kind(Deed deed) {
            this.deed = deed;
        }

        public Deed deed() {
            return deed;
        }

        /**
         * WA-26: the person was spoken to and heard the warning, whatever they made of it. Somebody who refuses to be spoken to
         * was not reached.
         */
        public boolean isSpokenTo() {
            return switch (this) {
                case REACHED, PARTLY_PAID, NOT_BELIEVED -> true;
                case REFUSED, NOT_FOUND, HANDED_OVER -> false;
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /** Why an outcome cannot be recorded as it is; a code of a sentence. Empty when it can. */
    public Optional<String> flaw() {
        if ((savedCents != null && savedCents > MOST_CENTS) || (lostCents != null && lostCents > MOST_CENTS)) {
            return Optional.of("amount-too-large");
        }
        if ((savedCents != null && savedCents < 0) || (lostCents != null && lostCents < 0)) {
            return Optional.of("negative-amount");
        }
        if (savedCents != null && savedCents > 0 && (savedHow == null || savedHow.isBlank())) {
            return Optional.of("saved-needs-how");
        }
        if (kind == Kind.PARTLY_PAID && (lostCents == null || lostCents == 0)) {
            return Optional.of("partly-paid-needs-lost");
        }
        return !kind.isSpokenTo() && savedCents != null && savedCents > 0
                ? Optional.of("saved-without-reaching")
                : Optional.empty();
    }

    /** The next orders. Only {@code reached} has none: refused and not found never end silently. */
    public List<Task> next(Level level, boolean moneyMoving, boolean routed) {
        Urgency urgency = Plan.urgency(level, moneyMoving);
        boolean high = urgency != Urgency.NORMAL;
        Duration soon = high ? Duration.ofMinutes(30) : Duration.ofHours(4);
        String visitLadder = high ? "warning.high.visit" : "warning.normal";
        String callLadder = high ? "warning.high.call" : "warning.normal";
        To near = routed ? To.ANSWERING : To.CENTRE;
        return switch (kind) {
            case REACHED -> List.of();
            case REFUSED -> List.of(new Task("WA-21", "visit", near, soon, visitLadder, urgency));
            case NOT_FOUND ->
                List.of(
                        new Task("WA-22", "search", near, soon, visitLadder, urgency),
                        new Task("WA-22", "call-others", To.CENTRE, soon, callLadder, urgency));
            case HANDED_OVER -> List.of(new Task("WA-23", "take-over", To.NAMED, soon, visitLadder, urgency));
            case PARTLY_PAID ->
                List.of(
                        new Task(
                                "WA-24",
                                "stop-payment",
                                To.STOP_PAYMENT,
                                Duration.ofMinutes(30),
                                "warning.high.call",
                                Urgency.MONEY_IN_MOTION),
                        new Task(
                                "WA-24",
                                "follow-up",
                                To.CENTRE,
                                Duration.ofHours(24),
                                "warning.normal",
                                Urgency.NORMAL));
            case NOT_BELIEVED -> List.of(new Task("WA-25", "visit", near, soon, visitLadder, urgency));
        };
    }
}
