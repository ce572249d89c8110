package org.lianxin.order.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianxin.order.OrderView;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Order;
import org.lianxin.order.store.InboxStore;
import org.lianxin.order.store.InboxStore.Counts;
import org.lianxin.order.store.InboxStore.Screen;
import org.lianxin.order.store.InboxStore.Today;
import org.lianxin.order.store.OrderStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** Inboxes and the board of a unit. Runs in the reader's transaction. */
@Component
public class Board {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final InboxStore inbox;
    private final OrderStore store;
    private final OrderViews views;
    private final Units units;

    Board(InboxStore inbox, OrderStore store, OrderViews views, Units units) {
        this.inbox = inbox;
        this.store = store;
        this.views = views;
        this.units = units;
    }

    /** Whose inbox. */
    public enum Whose {
        ME,
        UNIT
    }

    public Slice<OrderView> open(Viewer viewer, Whose whose, Screen screen) {
        return shown(
                whose == Whose.ME
                        ? inbox.ofHolder(viewer.staffId(), screen)
                        : inbox.ofUnits(List.of(viewer.unitId()), screen),
                viewer);
    }

    public Slice<OrderView> issuedBy(Viewer viewer, Screen screen) {
        return shown(inbox.issuedBy(viewer.unitId(), screen), viewer);
    }

    public Slice<OrderView> exceptions(Viewer viewer, Screen screen) {
        return shown(inbox.exceptions(reach(viewer), screen), viewer);
    }

    public Slice<OrderView> doneToday(Viewer viewer, Whose whose, int size) {
        List<Order> done = inbox.closedSince(viewer.unitId(), midnight(store.now()), size).stream()
                .filter(order -> whose == Whose.UNIT || viewer.staffId().equals(order.holder()))
                .toList();
        return new Slice<>(views.of(done, Actor.of(viewer)), null);
    }

    public Counts counts(Viewer viewer, Whose whose) {
        Instant today = midnight(store.now());
        return whose == Whose.ME
                ? inbox.countsOfHolder(viewer.staffId(), viewer.unitId(), today)
                : inbox.counts(viewer.unitId(), reach(viewer), today);
    }

    /** Somebody on duty, and whether at work on an order: {@code free} or {@code at-work}. */
    public record OnDuty(UUID staffId, String name, String state) {}

    /** n of m, as clients draw it. */
    public record Figures(List<Integer> signedInTime, List<Integer> metInTime, int escalated, int exceptions) {}

    public record BoardView(Instant now, List<OrderView> orders, List<OnDuty> onDuty, Figures today) {}

    /** A unit's open orders and those of the units below it; missing when out of the reader's scope. */
    public BoardView board(Viewer viewer, UUID unit, int size) {
        UnitRef root = units.list().stream()
                .filter(each -> each.id().equals(unit) && isInReach(viewer, each))
                .findFirst()
                .orElseThrow(Refused::missing);
        List<UUID> all = withBelow(root.id());
        Instant now = store.now();
        Slice<Order> open = inbox.ofUnits(all, new Screen(null, size, null));
        Today today = inbox.today(all, midnight(now));
        return new BoardView(
                now,
                views.of(open.items(), Actor.of(viewer)),
                onDuty(root.id()),
                new Figures(
                        List.of(today.signedInTime(), today.toSign()),
                        List.of(today.metInTime(), today.toMeet()),
                        today.escalated(),
                        today.exceptions()));
    }

    private List<OnDuty> onDuty(UUID unit) {
        List<StaffRef> staff = units.onDuty(unit);
        Map<UUID, Integer> atWork =
                inbox.atWork(staff.stream().map(StaffRef::id).toList());
        return staff.stream()
                .map(each -> new OnDuty(each.id(), each.name(), atWork.containsKey(each.id()) ? "at-work" : "free"))
                .toList();
    }

    private static boolean isInReach(Viewer viewer, UnitRef unit) {
        return switch (viewer.scope()) {
            case ALL -> true;
            case CHOSEN_UNITS -> viewer.chosen().stream().anyMatch(unit.path()::isAtOrBelow);
            case UNIT_AND_BELOW -> unit.path().isAtOrBelow(viewer.unitPath());
            case UNIT, OWN -> unit.id().equals(viewer.unitId());
        };
    }

    private List<UUID> reach(Viewer viewer) {
        boolean below = viewer.scope() == DataScope.UNIT_AND_BELOW || viewer.scope() == DataScope.ALL;
        return below ? withBelow(viewer.unitId()) : List.of(viewer.unitId());
    }

    private List<UUID> withBelow(UUID unit) {
        List<UUID> all = new ArrayList<>(List.of(unit));
        units.below(unit).forEach(each -> all.add(each.id()));
        return all;
    }

    private Slice<OrderView> shown(Slice<Order> orders, Viewer viewer) {
        return new Slice<>(views.of(orders.items(), Actor.of(viewer)), orders.next());
    }

    private static Instant midnight(Instant now) {
        return now.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }
}
