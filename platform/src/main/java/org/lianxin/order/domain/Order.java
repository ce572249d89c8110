package org.lianxin.order.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.shared.SubjectRef;

/**
 * An order as it stands.
 *
 * @param life what changes while it is open and how it ended
 * @param version grows with every change; a change to another version than was read is refused by the store
 */
public record Order(
        UUID id,
        String number,
        Task task,
        Party from,
        Party to,
        @Nullable UUID toStaff,
        @Nullable UUID follows,
        LadderRef ladder,
        Instant issuedAt,
        Instant firstDueAt,
        Life life,
        int version) {

    /** What is to be done. */
    public record Task(
            String kind,
            String title,
            @Nullable String detail,
            SubjectRef subject,
            String cause,
            Urgency urgency,
            int rank) {}

    /** The ladder and the version of it that was live when the order was issued. */
    public record LadderRef(String id, int version) {}

    /**
     * @param overdueSince when the deadline passed unmet; stays
     * @param escalatedAt when a step last fired
     * @param fired numbers of the steps that fired; {@link LadderClock#DEADLINE} is the deadline itself
     */
    public record Life(
            OrderState state,
            Instant dueAt,
            @Nullable UUID signedBy,
            @Nullable Instant signedAt,
            @Nullable Extension asked,
            @Nullable Instant closedAt,
            @Nullable Instant overdueSince,
            @Nullable Instant escalatedAt,
            @Nullable Outcome outcome,
            Set<Integer> fired) {

        public Life {
            fired = Set.copyOf(fired);
        }

        public static Life begin(Instant dueAt) {
            return new Life(OrderState.ISSUED, dueAt, null, null, null, null, null, null, null, Set.of());
        }
    }

    public record Extension(Instant until, String reason) {}

    public record Outcome(String code, String note) {}

    public static Order issued(UUID id, String number, Task task, Route route, LadderRef ladder, Span span) {
        return new Order(
                id,
                number,
                task,
                route.from(),
                route.to(),
                route.toStaff(),
                route.follows(),
                ladder,
                span.issuedAt(),
                span.dueAt(),
                Life.begin(span.dueAt()),
                0);
    }

    /** From whom to whom, and the order it follows on. */
    public record Route(
            Party from,
            Party to,
            @Nullable UUID toStaff,
            @Nullable UUID follows) {}

    /** From when until when. */
    public record Span(Instant issuedAt, Instant dueAt) {}

    public OrderState state() {
        return life.state();
    }

    public boolean isOpen() {
        return life.state().isOpen();
    }

    public Instant dueAt() {
        return life.dueAt();
    }

    public @Nullable Instant overdueSince() {
        return life.overdueSince();
    }

    /** Who has it in hand: who signed, else the person it names. */
    public @Nullable UUID holder() {
        return life.signedBy() == null ? toStaff : life.signedBy();
    }

    /** How far a granted extension has moved the deadline (OR-14). */
    Duration extendedBy() {
        return Duration.between(firstDueAt, life.dueAt());
    }

    Order with(Life changed) {
        return new Order(
                id, number, task, from, to, toStaff, follows, ladder, issuedAt, firstDueAt, changed, version + 1);
    }

    /** OR-07: nothing happens to an order before what fired on it already. */
    Instant notBeforeFired(Instant now) {
        Instant last = life.escalatedAt();
        return last != null && last.isAfter(now) ? last : now;
    }

    public Order signed(UUID by, Instant now) {
        Instant at = notBeforeFired(now);
        return with(new Life(
                OrderState.SIGNED,
                life.dueAt(),
                by,
                at,
                null,
                null,
                life.overdueSince(),
                life.escalatedAt(),
                null,
                life.fired()));
    }

    public Order asked(Extension extension) {
        return with(open(OrderState.EXTENSION_ASKED, life.dueAt(), extension));
    }

    public Order extendedTo(Instant until) {
        return with(open(OrderState.SIGNED, until, null));
    }

    public Order notExtended() {
        return with(open(OrderState.SIGNED, life.dueAt(), null));
    }

    public Order touched() {
        return with(life);
    }

    private Life open(OrderState state, Instant dueAt, @Nullable Extension extension) {
        return new Life(
                state,
                dueAt,
                life.signedBy(),
                life.signedAt(),
                extension,
                null,
                life.overdueSince(),
                life.escalatedAt(),
                null,
                life.fired());
    }

    public Order closed(OrderState state, Instant now, @Nullable Outcome outcome) {
        return with(new Life(
                state,
                life.dueAt(),
                life.signedBy(),
                life.signedAt(),
                null,
                notBeforeFired(now),
                life.overdueSince(),
                life.escalatedAt(),
                outcome,
                life.fired()));
    }

    /** OR-16: meeting an order that nobody signed for signs for it at the same moment. */
    public Order met(@Nullable UUID by, Instant now, Outcome outcome) {
        Instant at = notBeforeFired(now);
        boolean signs = life.signedBy() == null && by != null;
        return with(new Life(
                OrderState.MET,
                life.dueAt(),
                signs ? by : life.signedBy(),
                signs ? at : life.signedAt(),
                null,
                at,
                life.overdueSince(),
                life.escalatedAt(),
                outcome,
                life.fired()));
    }

    /** A step fired: it is remembered, and the deadline's own step leaves its mark (OR-05). */
    public Order fired(int step, Instant now) {
        Set<Integer> all = new TreeSet<>(life.fired());
        all.add(step);
        boolean deadline = step == LadderClock.DEADLINE;
        return with(new Life(
                life.state(),
                life.dueAt(),
                life.signedBy(),
                life.signedAt(),
                life.asked(),
                life.closedAt(),
                deadline ? life.dueAt() : life.overdueSince(),
                deadline ? life.escalatedAt() : now,
                life.outcome(),
                all));
    }
}
