package org.lianxin.order.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.domain.LadderClock.Due;
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
            List<Grant> granted,
            @Nullable Instant closedAt,
            @Nullable Instant overdueSince,
            @Nullable Instant escalatedAt,
            @Nullable Outcome outcome,
            Set<Integer> fired) {

        public Life {
            granted = List.copyOf(granted);
            fired = Set.copyOf(fired);
        }

        public static Life begin(Instant dueAt) {
            return new Life(OrderState.ISSUED, dueAt, null, null, null, List.of(), null, null, null, null, Set.of());
        }
    }

    public record Extension(Instant until, String reason) {}

    /** An extension granted at some time: the deadline became {@code until}. */
    public record Grant(Instant at, Instant until) {}

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

    /**
     * OR-14: a granted extension moves a time that waits for the deed by as much as it moved the deadline, unless that time had
     * come already when it was granted.
     */
    Instant extended(Instant time) {
        Instant moved = time;
        Instant due = firstDueAt;
        for (Grant each : life.granted()) {
            if (moved.isAfter(each.at())) {
                moved = moved.plus(Duration.between(due, each.until()));
            }
            due = each.until();
        }
        return moved;
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
                life.granted(),
                null,
                life.overdueSince(),
                life.escalatedAt(),
                null,
                life.fired()));
    }

    public Order asked(Extension extension) {
        return with(open(OrderState.EXTENSION_ASKED, life.dueAt(), extension, life.granted()));
    }

    public Order extendedTo(Instant until, Instant now) {
        List<Grant> granted = new ArrayList<>(life.granted());
        granted.add(new Grant(notBeforeFired(now), until));
        return with(open(OrderState.SIGNED, until, null, granted));
    }

    public Order notExtended() {
        return with(open(OrderState.SIGNED, life.dueAt(), null, life.granted()));
    }

    public Order touched() {
        return with(life);
    }

    private Life open(OrderState state, Instant dueAt, @Nullable Extension extension, List<Grant> granted) {
        return new Life(
                state,
                dueAt,
                life.signedBy(),
                life.signedAt(),
                extension,
                granted,
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
                life.granted(),
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
                life.granted(),
                at,
                life.overdueSince(),
                life.escalatedAt(),
                outcome,
                life.fired()));
    }

    /** A step fired: it is remembered, and the deadline's own step leaves its mark (OR-05). */
    public Order fired(Due due, Instant now) {
        Set<Integer> all = new TreeSet<>(life.fired());
        all.add(due.step());
        boolean deadline = due.step() == LadderClock.DEADLINE;
        return with(new Life(
                life.state(),
                life.dueAt(),
                life.signedBy(),
                life.signedAt(),
                life.asked(),
                life.granted(),
                life.closedAt(),
                deadline ? due.at() : life.overdueSince(),
                deadline ? life.escalatedAt() : now,
                life.outcome(),
                all));
    }
}
