package org.lianxin.order.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.live.LiveChanges;
import org.lianxin.order.OrderMet;
import org.lianxin.order.OrderSigned;
import org.lianxin.order.domain.Acting;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.LadderClock;
import org.lianxin.order.domain.LifeCycle;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.OrderAction;
import org.lianxin.order.domain.OrderState;
import org.lianxin.order.domain.Reason;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.order.store.OrderStore.Ahead;
import org.lianxin.order.store.OrderStore.Happened;
import org.lianxin.shared.Uuid7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people do with an order they were given. Each deed reads the order, asks {@link Acting}, and saves against the version it
 * read; when a colleague was faster it looks again, and finds the order as the colleague left it.
 */
@Component
public class Handling {

    private static final int TRIES = 5;

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final LadderStore ladders;
    private final LiveChanges live;
    private final ApplicationEventPublisher events;

    Handling(
            ScopedTransactions transactions,
            OrderStore store,
            LadderStore ladders,
            LiveChanges live,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.ladders = ladders;
        this.live = live;
        this.events = events;
    }

    /** A deed: what changes, and the line the history gets. */
    record Deed(OrderAction action, Actor actor, @Nullable String note) {}

    /** How an order changes; the time is the database's. */
    interface Step {
        Order apply(Order order, Instant now);
    }

    /** What came of a deed. */
    sealed interface Result {
        record Done(Order order) implements Result {}

        record Refused(Order order, Reason reason) implements Result {}

        record Missing() implements Result {}
    }

    Result sign(UUID id, Actor actor) {
        UUID staff = actor.staff();
        if (staff == null) {
            throw new IllegalArgumentException("only a person signs for an order");
        }
        Result result = change(id, new Deed(OrderAction.SIGN, actor, null), (order, now) -> order.signed(staff, now));
        if (result instanceof Result.Done(Order order)) {
            events.publishEvent(new OrderSigned(
                    id,
                    order.task().kind(),
                    order.task().subject(),
                    staff,
                    instant(order.life().signedAt())));
            if (order.task().kind().equals(Follow.NOTICE)) {
                return meet(id, actor, new Outcome("noted", ""));
            }
        }
        return result;
    }

    Result report(UUID id, Actor actor, String text) {
        return change(id, new Deed(OrderAction.REPORT, actor, text), (order, now) -> order.touched());
    }

    Result remind(UUID id, Actor actor, String note) {
        return change(id, new Deed(OrderAction.REMIND, actor, note), (order, now) -> order.touched());
    }

    Result askExtension(UUID id, Actor actor, Extension extension) {
        return change(
                id,
                new Deed(OrderAction.ASK_EXTENSION, actor, extension.reason()),
                (order, now) -> order.asked(extension));
    }

    Result decideExtension(UUID id, Actor actor, boolean grant, String reason) {
        OrderAction action = grant ? OrderAction.GRANT_EXTENSION : OrderAction.REFUSE_EXTENSION;
        return change(id, new Deed(action, actor, reason), (order, now) -> {
            Extension asked = order.life().asked();
            return grant && asked != null ? order.extendedTo(asked.until(), now) : order.notExtended();
        });
    }

    Result meet(UUID id, Actor actor, Outcome outcome) {
        Result result = change(
                id,
                new Deed(OrderAction.MEET, actor, outcome.code()),
                (order, now) -> order.met(actor.staff(), now, outcome));
        if (result instanceof Result.Done(Order order)) {
            tellMet(order);
        }
        return result;
    }

    Result withdraw(UUID id, Actor actor, String reason) {
        return close(id, new Deed(OrderAction.WITHDRAW, actor, reason), OrderState.WITHDRAWN);
    }

    /** Ends an order that goes on as another, see {@link Follow}. */
    Result close(UUID id, Deed deed, OrderState state) {
        Outcome outcome = new Outcome(state.word(), deed.note() == null ? "" : deed.note());
        return change(id, deed, (order, now) -> order.closed(state, now, outcome));
    }

    private Result change(UUID id, Deed deed, Step step) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Order> found = store.find(id);
            if (found.isEmpty()) {
                return new Result.Missing();
            }
            Order order = found.get();
            Instant now = store.now();
            Optional<Reason> refusal = Acting.refusal(order, deed.action(), deed.actor(), now);
            if (refusal.isPresent()) {
                return new Result.Refused(order, refusal.get());
            }
            Order changed = step.apply(order, now);
            if (save(order, changed, deed, now)) {
                return new Result.Done(changed);
            }
        }
        throw new IllegalStateException(
                "order " + id + " changed " + TRIES + " times while " + deed.action() + " was tried");
    }

    /** For the subject's module, which closes an order whoever holds it. An order that is over stays as it is. */
    boolean close(Order seen, Deed deed, Step step) {
        Order order = seen;
        for (int tries = 0; tries < TRIES && order.isOpen(); tries++) {
            Instant now = store.now();
            Order changed = step.apply(order, now);
            if (save(order, changed, deed, now)) {
                if (changed.state() == OrderState.MET) {
                    tellMet(changed);
                }
                return true;
            }
            order = store.find(order.id()).orElseThrow();
        }
        return false;
    }

    /** On the person's behalf: an order may leave the scope of whoever hands it on. */
    private boolean save(Order before, Order after, Deed deed, Instant now) {
        return transactions.runAs(Issuing.DOOR, () -> {
            boolean saved = store.save(ahead(after), happened(before, after, deed, now));
            if (saved) {
                live.announce(Issuing.changes(after, word(before, deed)));
            }
            return saved;
        });
    }

    private void tellMet(Order order) {
        Outcome outcome = order.life().outcome();
        events.publishEvent(new OrderMet(
                order.id(),
                order.task().kind(),
                order.task().subject(),
                outcome == null ? "" : outcome.code(),
                instant(order.life().closedAt())));
    }

    Ahead ahead(Order order) {
        return new Ahead(
                order, LadderClock.next(order, ladders.get(order.ladder())).orElse(null));
    }

    static Happened happened(Order before, Order after, Deed deed, Instant now) {
        return new Happened(
                Uuid7.next(),
                before.id(),
                now,
                deed.actor().staff(),
                deed.actor().name(),
                word(before, deed),
                deed.note(),
                before.state().word(),
                after.state().word());
    }

    private static String word(Order before, Deed deed) {
        return LifeCycle.find(before.state(), deed.action()).orElseThrow().event();
    }

    private static Instant instant(@Nullable Instant value) {
        if (value == null) {
            throw new IllegalStateException("a time that must be known by now");
        }
        return value;
    }
}
