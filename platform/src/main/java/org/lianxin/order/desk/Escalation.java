package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.desk.Follow.Target;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Ladder.Effect;
import org.lianxin.order.domain.Ladder.Step;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.OrderState;
import org.lianxin.organisation.Units;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;

/** What a fired step does: one more order, and a message to whoever is on duty there. */
@Component
class Escalation {

    private static final Duration SEEN_WITHIN = Duration.ofMinutes(15);
    private static final Duration MINUTES_UP_TO = Duration.ofHours(2);

    private static final String CHIEF = "duty-chief";

    private final Units units;

    Escalation(Units units) {
        this.units = units;
    }

    /** @param original the order the step fired on, as it is afterwards */
    record Effect(Order original, IssueOrder order, List<NewMessage> messages, String action, String note) {}

    Effect effect(Order order, Step step, Instant now) {
        Target target = target(order, step);
        String unitName = units.get(target.unit()).name();
        String title = title(order, step);
        return switch (step.effect()) {
            case TELL -> raise(order, step, target, Follow.NOTICE, title, unitName);
            case ALARM -> raise(order, step, target, Follow.ALARM, title, unitName);
            case REASSIGN -> {
                Order handedOn =
                        order.closed(OrderState.HANDED_OVER, now, new Outcome(OrderState.HANDED_OVER.word(), title));
                yield new Effect(
                        handedOn,
                        Follow.again(order, target, now),
                        messages(order, step, target, title),
                        "reassigned",
                        unitName);
            }
        };
    }

    private Effect raise(Order order, Step step, Target target, String kind, String title, String unitName) {
        IssueOrder raised = new IssueOrder(
                kind,
                title,
                order.number(),
                order.task().subject(),
                cause(order, step),
                target.unit(),
                target.staff(),
                order.to().unit(),
                SEEN_WITHIN,
                "plain",
                atLeastHigh(order.task().urgency()),
                order.task().rank());
        return new Effect(order, raised, messages(order, step, target, title), kind, unitName);
    }

    private static Urgency atLeastHigh(Urgency urgency) {
        return urgency == Urgency.NORMAL ? Urgency.HIGH : urgency;
    }

    private static String cause(Order order, Step step) {
        return "order/" + order.id() + "/step/" + step.number();
    }

    /** OR-08: where nobody holds the duty, the unit that ordered is told; a step never comes to nothing. */
    private Target target(Order order, Step step) {
        return switch (step.addressee()) {
            case ISSUING_UNIT -> new Target(order.from().unit(), null);
            case CHIEF_OF_HOLDER -> {
                UUID unit = order.to().unit();
                Optional<UUID> chief = units.duties(unit).stream()
                        .filter(each -> each.duty().equals(CHIEF))
                        .map(each -> each.staff().id())
                        .findFirst();
                yield new Target(unit, chief.orElse(null));
            }
            case NEAREST_WITH_DUTY ->
                new Target(
                        units.withDuty(order.to().unit(), String.valueOf(step.duty()))
                                .map(Units.UnitRef::id)
                                .orElse(order.from().unit()),
                        null);
        };
    }

    private static String title(Order order, Step step) {
        String key = step.condition() == Condition.UNSIGNED ? "order.escalation.unsigned" : "order.escalation.unmet";
        return Words.say(
                Locale.CHINESE, key, duration(step.after()), order.task().title());
    }

    private static String duration(Duration after) {
        return after.compareTo(MINUTES_UP_TO) < 0
                ? Words.say(Locale.CHINESE, "order.duration.minutes", after.toMinutes())
                : Words.say(Locale.CHINESE, "order.duration.hours", after.toHours());
    }

    private List<NewMessage> messages(Order order, Step step, Target target, String title) {
        List<NewMessage> messages = new ArrayList<>();
        for (PhoneNumber number : units.dutyPhones(target.unit())) {
            messages.add(new NewMessage(
                    cause(order, step) + "/sms/" + messages.size(),
                    "sms",
                    number,
                    "order.escalation",
                    Words.say(Locale.CHINESE, "order.escalation.sms", title, order.number()),
                    order.task().subject(),
                    target.unit()));
        }
        return messages;
    }
}
