package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderReturned;
import org.lianxin.order.desk.Handling.Deed;
import org.lianxin.order.desk.Handling.Result;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.OrderAction;
import org.lianxin.order.domain.OrderState;
import org.lianxin.order.store.OrderStore;
import org.lianxin.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What ends here and goes on as another order in the same transaction: nothing ends silently. */
@Component
public class Follow {

    /** An order to decide what becomes of one that was returned. */
    public static final String DECIDE = "decide";
    /** An order to read and sign. */
    public static final String NOTICE = "notice";

    public static final String ALARM = "alarm";

    private static final Duration DECIDE_WITHIN = Duration.ofMinutes(30);
    private static final Duration AT_LEAST = Duration.ofMinutes(10);
    /** Once handed over, going on from hand to hand gains no time. */
    private static final Duration AT_LEAST_AGAIN = Duration.ofMinutes(1);

    private static final String HANDED_OVER_EVENT = "handed-over";

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final Handling handling;
    private final Issuing issuing;
    private final ApplicationEventPublisher events;

    Follow(
            ScopedTransactions transactions,
            OrderStore store,
            Handling handling,
            Issuing issuing,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.store = store;
        this.handling = handling;
        this.issuing = issuing;
        this.events = events;
    }

    /** OR-09: a returned order comes back to the unit that issued it as one to decide on. */
    Result returned(UUID id, Actor actor, String reason) {
        Result result = handling.close(id, new Deed(OrderAction.RETURN, actor, reason), OrderState.RETURNED);
        if (result instanceof Result.Done(Order order)) {
            String title = Words.say(
                    Locale.CHINESE, "order.follow.returned", order.task().title());
            follow(
                    order,
                    reason,
                    new IssueOrder(
                            DECIDE,
                            title,
                            reason,
                            order.task().subject(),
                            "order/" + id + "/returned",
                            order.from().unit(),
                            null,
                            order.to().unit(),
                            DECIDE_WITHIN,
                            "plain",
                            order.task().urgency(),
                            order.task().rank()));
        }
        return result;
    }

    /** OR-10: whoever takes over gets the same deadline, and ten minutes at least. */
    Result handedOver(UUID id, Actor actor, Target target, String reason) {
        Result result = handling.close(id, new Deed(OrderAction.HAND_OVER, actor, reason), OrderState.HANDED_OVER);
        if (result instanceof Result.Done(Order order)) {
            follow(order, reason, again(order, target, store.now()));
        }
        return result;
    }

    /**
     * OR-21: what somebody handed on comes back to whoever had it, as an order of its own with the same deadline, signed for where
     * they had signed. What somebody else handed on, or the ladder, answers like what is missing.
     */
    Result takenBack(UUID id, Actor actor) {
        Order former = findHandedOn(id, actor);
        if (former == null) {
            return new Result.Missing();
        }
        String reason = Words.say(Locale.CHINESE, "order.follow.taken-back");
        Result result = endFollowing(former, new Deed(OrderAction.TAKE_BACK, actor, reason));
        if (!(result instanceof Result.Done(Order ended))) {
            return result;
        }
        Target back = new Target(former.to().unit(), former.holder());
        UUID next = follow(ended, reason, again(ended, back, store.now()));
        boolean signs =
                actor.staff() != null && actor.staff().equals(former.life().signedBy());
        return signs
                ? handling.sign(next, actor)
                : store.find(next).<Result>map(Result.Done::new).orElseGet(Result.Missing::new);
    }

    /** On the person's behalf: what was handed on, and where it went, may lie beyond their reach by now. */
    private @Nullable Order findHandedOn(UUID id, Actor actor) {
        return transactions
                .runAs(
                        Issuing.DOOR,
                        () -> store.history(id).stream()
                                .filter(event -> event.action().equals(HANDED_OVER_EVENT))
                                .filter(event -> Objects.equals(event.staff(), actor.staff()))
                                .findFirst()
                                .flatMap(event -> store.find(id)))
                .orElse(null);
    }

    private Result endFollowing(Order former, Deed deed) {
        return transactions.runAs(Issuing.DOOR, () -> {
            UUID following = store.list(former.task().subject()).stream()
                    .filter(each -> each.task().cause().equals(causeAfter(former)))
                    .map(Order::id)
                    .findFirst()
                    .orElseThrow();
            return handling.close(following, deed, OrderState.HANDED_OVER);
        });
    }

    private static String causeAfter(Order order) {
        return "order/" + order.id() + "/handed-over";
    }

    /** To whom an order goes on. */
    record Target(UUID unit, @Nullable UUID staff) {}

    static IssueOrder again(Order order, Target target, Instant now) {
        Duration left = Duration.between(now, order.dueAt());
        Duration least = order.follows() == null ? AT_LEAST : AT_LEAST_AGAIN;
        return new IssueOrder(
                order.task().kind(),
                order.task().title(),
                order.task().detail(),
                order.task().subject(),
                causeAfter(order),
                target.unit(),
                target.staff(),
                order.from().unit(),
                left.compareTo(least) < 0 ? least : left,
                order.ladder().id(),
                order.task().urgency(),
                order.task().rank());
    }

    private UUID follow(Order order, String reason, IssueOrder next) {
        UUID nextId =
                issuing.issue(List.of(new Issuing.Command(next, order.id()))).getFirst();
        events.publishEvent(
                new OrderReturned(order.id(), order.task().kind(), order.task().subject(), reason, nextId));
        return nextId;
    }
}
