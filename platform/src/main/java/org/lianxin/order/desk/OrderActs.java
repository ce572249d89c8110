package org.lianxin.order.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.order.desk.Follow.Target;
import org.lianxin.order.desk.Handling.Result;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Extension;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.Reason;
import org.lianxin.order.store.OrderStore;
import org.lianxin.order.store.OrderStore.Happened;
import org.lianxin.organisation.Units;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** Orders as a signed-in person reads and changes them. Runs in the caller's transaction; what may not be is {@link Refused}. */
@Component
public class OrderActs {

    private final OrderStore store;
    private final Handling handling;
    private final Follow follow;
    private final Orders orders;
    private final OrderViews views;
    private final Units units;
    private final LastOrder last;

    OrderActs(Handling handling, Follow follow, Orders orders, Reading reading, LastOrder last) {
        this.store = reading.store();
        this.handling = handling;
        this.follow = follow;
        this.orders = orders;
        this.views = reading.views();
        this.units = reading.units();
        this.last = last;
    }

    /** Where orders are read and how they are shown. */
    @Component
    record Reading(OrderStore store, OrderViews views, Units units) {}

    public OrderView get(UUID id, Viewer viewer) {
        return view(store.find(id).orElseThrow(Refused::missing), viewer);
    }

    public List<Happened> history(UUID id) {
        return store.history(id);
    }

    public OrderView sign(UUID id, Viewer by) {
        return done(handling.sign(id, Actor.of(by)), by);
    }

    public OrderView report(UUID id, Viewer by, String text) {
        return done(handling.report(id, Actor.of(by), text), by);
    }

    public OrderView remind(UUID id, Viewer by, String note) {
        return done(handling.remind(id, Actor.of(by), note), by);
    }

    public OrderView askExtension(UUID id, Viewer by, Instant until, String reason) {
        Order order = store.find(id).orElseThrow(Refused::missing);
        if (!until.isAfter(order.dueAt())) {
            throw Refused.of(422, "order.extension-too-short");
        }
        return done(handling.askExtension(id, Actor.of(by), new Extension(until, reason)), by);
    }

    public OrderView decideExtension(UUID id, Viewer by, boolean grant, String reason) {
        return done(handling.decideExtension(id, Actor.of(by), grant, reason), by);
    }

    public OrderView meet(UUID id, Viewer by, String outcomeCode, String note) {
        last.refuseToEnd(id);
        return done(handling.meet(id, Actor.of(by), new Outcome(outcomeCode, note)), by);
    }

    public OrderView withdraw(UUID id, Viewer by, String reason) {
        last.refuseToEnd(id);
        return done(handling.withdraw(id, Actor.of(by), reason), by);
    }

    public OrderView returned(UUID id, Viewer by, String reason) {
        return done(follow.returned(id, Actor.of(by), reason), by);
    }

    public OrderView handOver(UUID id, Viewer by, UUID unit, @Nullable UUID staff, String reason) {
        Order order = store.find(id).orElseThrow(Refused::missing);
        refuseUnknown(units, unit, staff);
        boolean same = order.to().unit().equals(unit) && (staff == null || staff.equals(order.holder()));
        if (same) {
            throw Refused.of(422, "order.hand-over-to-itself");
        }
        return done(follow.handedOver(id, Actor.of(by), new Target(unit, staff), reason), by);
    }

    /** The order as it came back, once it was handed over. */
    public OrderView takeBack(UUID id, Viewer by) {
        return done(follow.takenBack(id, Actor.of(by)), by);
    }

    public Optional<OrderView> takeNext(Viewer viewer, List<String> kinds) {
        return orders.takeNext(viewer, kinds).map(id -> get(id, viewer));
    }

    static void refuseUnknown(Units units, UUID unit, @Nullable UUID staff) {
        if (units.list().stream().noneMatch(each -> each.id().equals(unit))) {
            throw Refused.of(422, "order.unknown-unit");
        }
        if (staff != null
                && units.staffOf(unit).stream().noneMatch(each -> each.id().equals(staff))) {
            throw Refused.of(422, "order.unknown-staff");
        }
    }

    private OrderView done(Result result, Viewer viewer) {
        return switch (result) {
            case Result.Done(Order order) -> view(order, viewer);
            case Result.Missing() -> throw Refused.missing();
            case Result.Refused(Order order, Reason reason) -> throw refusal(order, reason);
        };
    }

    private static Refused refusal(Order order, Reason reason) {
        return new Refused(
                reason.personal() ? 403 : 409,
                reason.personal() ? "order.not-yours" : "order.action-closed",
                OrderViews.sentence(reason),
                Map.of("state", order.state().word()));
    }

    private OrderView view(Order order, Viewer viewer) {
        return views.of(List.of(order), Actor.of(viewer)).getFirst();
    }
}
