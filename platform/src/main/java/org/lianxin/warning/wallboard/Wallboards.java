package org.lianxin.warning.wallboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.OrderFigures;
import org.lianxin.order.OrderFigures.Late;
import org.lianxin.order.OrderFigures.Load;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Service;

/**
 * Draws the wallboard of a unit within the viewer's data scope (WA-50). One drawing serves everybody who may see all of the unit
 * for a second, the slow figures for a minute; who sees part of it gets a drawing of that part.
 */
@Service
public class Wallboards {

    private static final int SOONEST = 8;
    private static final int FEWEST_FOR_A_RATE = 100;
    private static final SystemJob JOB = new SystemJob("warning.wallboard", false);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScopedTransactions transactions;
    private final WallStore store;
    private final OrderFigures orders;
    private final Units units;
    private final Shared<Wallboard> boards = new Shared<>();
    private final Shared<Slow> slow = new Shared<>();

    Wallboards(ScopedTransactions transactions, WallStore store, OrderFigures orders, Units units) {
        this.transactions = transactions;
        this.store = store;
        this.orders = orders;
        this.units = units;
    }

    private record Slow(WallFigures.Share lostAfter, Map<String, List<Double>> trends) {}

    /**
     * The board of a unit in the viewer's reach; missing when it is not. Names, masked as they are, are for those who work with them.
     *
     * @param asked null for the viewer's own unit, or the first of the chosen ones
     */
    public Wallboard of(Viewer viewer, @Nullable UUID asked) {
        UnitRef unit = unit(viewer, asked);
        boolean whole = viewer.scope() != DataScope.UNIT && viewer.reaches(unit.path());
        Wallboard board = whole
                ? boards.get(unit.id(), SHORT, () -> transactions.runAs(JOB, () -> draw(unit, unit.id())))
                : boards.get(viewer.postId(), SHORT, () -> transactions.run(viewer, () -> draw(unit, viewer.postId())));
        boolean worksWithPersons = viewer.has(Role.WARNING_CLERK) || viewer.has(Role.DISPATCHER);
        return worksWithPersons ? board : board.withoutPersons();
    }

    private UnitRef unit(Viewer viewer, @Nullable UUID asked) {
        if (asked == null && viewer.scope() == DataScope.CHOSEN_UNITS && !viewer.reaches(viewer.unitPath())) {
            return viewer.chosen().stream().findFirst().flatMap(units::find).orElseThrow(Refused::missing);
        }
        UUID id = asked == null ? viewer.unitId() : asked;
        return units.list().stream()
                .filter(each -> each.id().equals(id) && isInReach(viewer, each))
                .findFirst()
                .orElseThrow(Refused::missing);
    }

    /** Who sees their own work alone has the wall of their own unit, with nothing on it but that. */
    private static boolean isInReach(Viewer viewer, UnitRef unit) {
        return viewer.reaches(unit.path())
                || (viewer.scope() == DataScope.OWN && unit.id().equals(viewer.unitId()));
    }

    /** @param key whose drawing it is, to keep the slow figures under */
    private Wallboard draw(UnitRef unit, UUID key) {
        UnitPath path = unit.path();
        WallStore.Today today = store.today(path);
        int signals = store.signalsToday(path);
        Slow slowly = slowly(unit, key);
        WallFigures.Share lost = slowly.lostAfter();
        WallFigures figures = new WallFigures(
                today.judged(),
                signals,
                today.reached(),
                today.seen(),
                today.savedCents(),
                today.saved(),
                lost.of() < FEWEST_FOR_A_RATE ? null : 1000.0 * lost.n() / lost.of(),
                slowly.trends());
        Map<String, Integer> loop = new LinkedHashMap<>();
        loop.put("noticed", signals);
        loop.put("judged", today.judged());
        loop.put("ordered", today.ordered());
        loop.put("handled", today.handled());
        loop.put("reported", today.reported());
        loop.put("measured", today.measured());
        Instant now = store.now();
        return new Wallboard(
                now,
                new Wallboard.UnitName(unit.id().toString(), unit.name()),
                figures,
                counties(unit),
                orders.soonest(unit.id(), SOONEST).stream()
                        .map(Wallboards::soon)
                        .toList(),
                exceptions(unit),
                loop);
    }

    private Slow slowly(UnitRef unit, UUID key) {
        return slow.get(key, LONG, () -> new Slow(store.lostAfter(unit.path()), store.trends(unit.path())));
    }

    private List<Wallboard.County> counties(UnitRef unit) {
        Map<String, Load> loads =
                orders.loads(unit.id()).stream().collect(Collectors.toMap(Load::code, Function.identity()));
        return units.below(unit.id()).stream()
                .filter(each -> each.path().equals(unit.path().child(each.code())))
                .map(each -> {
                    Load load = loads.getOrDefault(each.code(), new Load(each.code(), 0, 0, 0, 0));
                    return new Wallboard.County(
                            each.code(),
                            each.name().replaceAll("(反诈中心|公安局|派出所)$", ""),
                            load.open(),
                            load.unsigned(),
                            load.moneyMoving(),
                            load.life());
                })
                .toList();
    }

    /** What comes first: the next step of its ladder, or the deadline that lies before it. */
    private static Wallboard.Soon soon(OrderView order) {
        boolean late = order.overdueSince() != null;
        OrderView.Step step = order.nextStep();
        OrderView.Step next = step != null && (late || !order.dueAt().isBefore(step.at())) ? step : null;
        return new Wallboard.Soon(
                order.id().toString(),
                order.number(),
                order.title(),
                order.to().unitName(),
                next == null ? order.dueAt() : next.at(),
                order.issuedAt(),
                order.state(),
                order.urgency(),
                next == null ? "" : next.tells());
    }

    private Wallboard.Exceptions exceptions(UnitRef unit) {
        Late late = orders.late(unit.id());
        List<Wallboard.Kind> kinds = new ArrayList<>();
        kinds.add(store.waiting("routing", "routing", unit.path()));
        kinds.add(store.waiting("searching", "searching", unit.path()));
        kinds.add(store.waiting("handing-over", "handing-over", unit.path()));
        kinds.add(new Wallboard.Kind("unsigned", late.escalated(), late.escalatedSince()));
        kinds.add(new Wallboard.Kind("overdue", late.overdue(), late.overdueSince()));
        return new Wallboard.Exceptions(
                kinds.stream().mapToInt(Wallboard.Kind::count).sum(), kinds);
    }
}
