package org.lianxin.order.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.order.OrderView.Place;
import org.lianxin.order.OrderView.Step;
import org.lianxin.order.domain.Acting;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.LadderClock;
import org.lianxin.order.domain.LadderClock.StepState;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.OrderAction;
import org.lianxin.order.domain.OrderState;
import org.lianxin.order.domain.Party;
import org.lianxin.order.domain.Reason;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Action;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Component;

/** Orders as people see them: names, the ladder with its times, and what the reader may do now, with the reason where not. */
@Component
public class OrderViews {

    /** Names of the actions as clients know them; an action of the ladder is none of theirs. */
    private static final Map<String, OrderAction> ACTIONS = actions();

    private final OrderStore store;
    private final LadderStore ladders;
    private final Units units;

    OrderViews(OrderStore store, LadderStore ladders, Units units) {
        this.store = store;
        this.ladders = ladders;
        this.units = units;
    }

    private static Map<String, OrderAction> actions() {
        Map<String, OrderAction> names = new java.util.LinkedHashMap<>();
        names.put("sign", OrderAction.SIGN);
        names.put("report", OrderAction.REPORT);
        names.put("meet", OrderAction.MEET);
        names.put("extension", OrderAction.ASK_EXTENSION);
        names.put("extension-decision", OrderAction.GRANT_EXTENSION);
        names.put("return", OrderAction.RETURN);
        names.put("hand-over", OrderAction.HAND_OVER);
        names.put("remind", OrderAction.REMIND);
        names.put("withdraw", OrderAction.WITHDRAW);
        return names;
    }

    public List<OrderView> of(List<Order> orders, Actor reader) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Instant now = store.now();
        return orders.stream().map(order -> view(order, reader, now)).toList();
    }

    private OrderView view(Order order, Actor reader, Instant now) {
        List<Step> steps = steps(order);
        return new OrderView(
                order.id(),
                order.number(),
                order.task().kind(),
                order.task().title(),
                order.task().detail(),
                order.task().subject(),
                order.state().word(),
                order.task().urgency(),
                order.task().rank(),
                place(order.from(), null),
                place(order.to(), order.toStaff()),
                name(order.holder()),
                order.issuedAt(),
                order.life().signedAt(),
                order.dueAt(),
                order.state() == OrderState.MET ? order.life().closedAt() : null,
                ended(order),
                asked(order),
                order.overdueSince(),
                steps.stream()
                        .filter(step -> step.state().equals("ahead"))
                        .findFirst()
                        .orElse(null),
                steps,
                actions(order, reader, now));
    }

    private List<Step> steps(Order order) {
        Ladder ladder = ladders.get(order.ladder());
        List<Step> steps = new ArrayList<>();
        for (Ladder.Step each : ladder.steps()) {
            StepState state = LadderClock.state(order, each);
            steps.add(new Step(
                    each.number(),
                    each.condition().name().toLowerCase(Locale.ROOT),
                    LadderClock.at(order, each),
                    state.name().toLowerCase(Locale.ROOT),
                    tells(each)));
        }
        return steps;
    }

    /** Who a step tells, as a fragment of a sentence. */
    public static String tells(Ladder.Step step) {
        return switch (step.addressee()) {
            case CHIEF_OF_HOLDER -> Words.say("order.tells.chief-of-holder");
            case ISSUING_UNIT -> Words.say("order.tells.issuing-unit");
            case NEAREST_WITH_DUTY -> withDuty(String.valueOf(step.duty()));
        };
    }

    private static String withDuty(String duty) {
        return switch (duty) {
            case "command" -> Words.say("order.tells.command");
            case "anti-fraud-centre" -> Words.say("order.tells.anti-fraud-centre");
            case "stop-payment" -> Words.say("order.tells.stop-payment");
            default -> Words.say("order.tells.duty", duty);
        };
    }

    static List<Action> actions(Order order, Actor reader, Instant now) {
        List<Action> actions = new ArrayList<>();
        ACTIONS.forEach((name, action) -> {
            Optional<Reason> refusal = Acting.refusal(order, action, reader, now);
            actions.add(refusal.isEmpty() ? Action.open(name) : Action.closed(name, sentence(refusal.get())));
        });
        return actions;
    }

    /** The reason in the reader's language. */
    public static String sentence(Reason reason) {
        String key = "order.closed." + reason.key();
        return Words.say(key, reason.values().toArray());
    }

    private static OrderView.@Nullable Ending ended(Order order) {
        Instant at = order.life().closedAt();
        Order.Outcome outcome = order.life().outcome();
        return at == null || outcome == null ? null : new OrderView.Ending(at, outcome.code(), outcome.note());
    }

    private static OrderView.@Nullable Extension asked(Order order) {
        Order.Extension asked = order.life().asked();
        return asked == null ? null : new OrderView.Extension(asked.until(), asked.reason());
    }

    private Place place(Party party, @Nullable UUID staff) {
        return new Place(party.unit(), units.get(party.unit()).name(), staff, name(staff));
    }

    private @Nullable String name(@Nullable UUID staff) {
        return Optional.ofNullable(staff)
                .flatMap(units::findStaff)
                .map(StaffRef::name)
                .orElse(null);
    }
}
