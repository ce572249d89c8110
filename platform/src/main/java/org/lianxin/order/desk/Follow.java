package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final OrderStore store;
    private final Handling handling;
    private final Issuing issuing;
    private final ApplicationEventPublisher events;

    Follow(OrderStore store, Handling handling, Issuing issuing, ApplicationEventPublisher events) {
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
                "order/" + order.id() + "/handed-over",
                target.unit(),
                target.staff(),
                order.from().unit(),
                left.compareTo(least) < 0 ? least : left,
                order.ladder().id(),
                order.task().urgency(),
                order.task().rank());
    }

    private void follow(Order order, String reason, IssueOrder next) {
        UUID nextId =
                issuing.issue(List.of(new Issuing.Command(next, order.id()))).getFirst();
        events.publishEvent(
                new OrderReturned(order.id(), order.task().kind(), order.task().subject(), reason, nextId));
    }
}
