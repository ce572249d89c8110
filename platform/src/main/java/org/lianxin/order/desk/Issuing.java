package org.lianxin.order.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.LadderClock;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Route;
import org.lianxin.order.domain.Order.Span;
import org.lianxin.order.domain.Order.Task;
import org.lianxin.order.domain.Party;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.order.store.OrderStore.Ahead;
import org.lianxin.order.store.OrderStore.Serial;
import org.lianxin.order.store.OrderStore.Taken;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Uuid7;
import org.springframework.stereotype.Component;

/**
 * Issues orders: a fixed number of statements however many there are. Whoever may issue may do so to any unit, so it happens as
 * the module itself on the caller's behalf.
 */
@Component
public class Issuing {

    static final SystemJob DOOR = new SystemJob("order.door", false);

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final LadderStore ladders;
    private final Units units;
    private final LiveChanges live;

    Issuing(ScopedTransactions transactions, OrderStore store, LadderStore ladders, Units units, LiveChanges live) {
        this.transactions = transactions;
        this.store = store;
        this.ladders = ladders;
        this.units = units;
        this.live = live;
    }

    /** @param follows the order that this one follows on: an alarm's original, what was handed over */
    record Command(IssueOrder order, @Nullable UUID follows) {}

    /** OR-11: the same cause issues once; whoever asks again gets the order that stands for it. */
    List<UUID> issue(List<Command> commands) {
        return commands.isEmpty() ? List.of() : transactions.runAs(DOOR, () -> issueAll(commands));
    }

    private List<UUID> issueAll(List<Command> commands) {
        Map<String, Command> byCause = new LinkedHashMap<>();
        commands.forEach(each -> byCause.putIfAbsent(each.order().cause(), each));
        List<Ahead> fresh = write(byCause.values());
        Map<String, UUID> ids = store.insert(fresh);
        announce(fresh, ids);
        return commands.stream()
                .map(each -> Objects.requireNonNull(ids.get(each.order().cause())))
                .toList();
    }

    private List<Ahead> write(Collection<Command> commands) {
        Map<String, Ladder> live = ladders.live().stream().collect(Collectors.toMap(Ladder::id, Function.identity()));
        Taken taken = store.takeSerials(commands.size());
        List<Ahead> orders = new ArrayList<>(commands.size());
        for (Command each : commands) {
            Ladder ladder = live.get(each.order().ladder());
            if (ladder == null) {
                throw new IllegalArgumentException(
                        "no ladder " + each.order().ladder() + ". Maybe its module's migration is missing");
            }
            Order order = order(each, ladder, taken.serials().get(orders.size()), taken.now());
            orders.add(new Ahead(order, LadderClock.next(order, ladder).orElse(null)));
        }
        return orders;
    }

    private Order order(Command command, Ladder ladder, Serial serial, Instant now) {
        IssueOrder asked = command.order();
        if (!asked.dueWithin().isPositive()) {
            throw new IllegalArgumentException("an order due within " + asked.dueWithin());
        }
        UnitRef to = units.get(asked.toUnit());
        UnitRef from = units.get(asked.fromUnit());
        return Order.issued(
                Uuid7.next(),
                // OR-15: serials run through the day across the instance.
                "ZL-%s-%s-%04d".formatted(to.code(), serial.day(), serial.number()),
                new Task(
                        asked.kind(),
                        asked.title(),
                        asked.detail(),
                        asked.subject(),
                        asked.cause(),
                        asked.urgency(),
                        asked.rank()),
                new Route(party(from), party(to), asked.toStaff(), command.follows()),
                ladder.ref(),
                new Span(now, now.plus(asked.dueWithin()).truncatedTo(ChronoUnit.MICROS)));
    }

    private static Party party(UnitRef unit) {
        return new Party(unit.id(), unit.path());
    }

    private void announce(List<Ahead> orders, Map<String, UUID> ids) {
        List<Change> changes = new ArrayList<>();
        for (Ahead each : orders) {
            Order order = each.order();
            if (order.id().equals(ids.get(order.task().cause()))) {
                changes.addAll(changes(order, "issued"));
            }
        }
        live.announce(changes);
    }

    /** The unit told and the unit that ordered are both told of a change. */
    static List<Change> changes(Order order, String kind) {
        String id = order.id().toString();
        Change told = new Change("order", kind, id, order.to().path());
        return order.from().unit().equals(order.to().unit())
                ? List.of(told)
                : List.of(told, new Change("order", kind, id, order.from().path()));
    }
}
