package org.lianxin.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.InventedOrders;
import org.lianxin.order.InventedOrders.Open;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.InventedWork.Warned;
import org.springframework.stereotype.Component;

/** Decides what happens next in the demo city; used by one thread. Leaves alone what a visitor holds, their station and county, and enough of the city's queue. */
@Component
class InventedDay {

    private static final int AT_ONCE = 2;
    private static final int KEPT_IN_QUEUE = 18;
    private static final int KEPT_ALARMS = 3;
    private static final int MOST_STUCK = 500;
    private static final List<String> UNCLEAR = List.of("红星村 4 组", "新城家园", "前进街 18 号", "胜利小区");

    private final InventedOrders orders;
    private final InventedWork work;
    private final Units units;
    private final ColleaguesActs acts;
    private final Random random = new Random(46);
    private final Set<UUID> stuck = new HashSet<>();

    InventedDay(InventedOrders orders, InventedWork work, Units units, ColleaguesActs acts) {
        this.orders = orders;
        this.work = work;
        this.units = units;
        this.acts = acts;
    }

    /** One turn. Answers when the next warning is to come in. */
    Instant turn(Instant now, Instant nextWarning) {
        UnitRef city = units.findByCode(DemoAccounts.CITY).orElseThrow();
        Instant next = nextWarning;
        if (!now.isBefore(nextWarning)) {
            warn(city);
            next = now.plusSeconds(40 + random.nextInt(40));
        }
        List<Open> open = orders.open(city.path());
        Set<UUID> visitors = acts.visitors();
        Set<UUID> theirs = open.stream()
                .filter(each -> each.holder() != null && visitors.contains(each.holder()))
                .map(each -> each.subject().id())
                .collect(Collectors.toCollection(HashSet::new));
        open.stream()
                .filter(each -> !theirs.contains(each.subject().id()))
                .filter(each -> mayAct(each, open, city.id(), now))
                .sorted(Comparator.comparing(Open::urgency).thenComparing(Open::issuedAt))
                .filter(each -> !isHeldByVisitor(each, visitors))
                .limit(AT_ONCE)
                .filter(each -> !acts.act(each))
                .forEach(each -> stuck.add(each.id()));
        if (stuck.size() > MOST_STUCK) {
            stuck.clear();
        }
        return next;
    }

    private boolean isHeldByVisitor(Open order, Set<UUID> visitors) {
        @Nullable
        UUID holder = work.find(order.subject().id())
                .map(InventedWork.Standing::holder)
                .orElse(null);
        return holder != null && visitors.contains(holder);
    }

    private void warn(UnitRef city) {
        List<UnitRef> counties = units.below(city.id()).stream()
                .filter(each -> each.level().equals("county"))
                .toList();
        UnitRef county = counties.get(random.nextInt(counties.size()));
        int dice = random.nextInt(20);
        String level = dice < 4 ? "high" : dice < 12 ? "medium" : "low";
        boolean unclear = dice == 13;
        Warned warned = new Warned(
                dice % 5 == 0 ? county : city,
                unclear ? null : county.code(),
                unclear ? UNCLEAR.get(random.nextInt(UNCLEAR.size())) : null,
                level,
                dice == 0,
                Duration.ofSeconds(15 + random.nextInt(200)),
                null);
        work.warn(List.of(warned), random.nextLong());
    }

    /** Each order has a patience of its own: who signs when is drawn once, from its id. */
    private boolean mayAct(Open order, List<Open> open, UUID city, Instant now) {
        String code = units.get(order.unitId()).code();
        if (code.equals(DemoAccounts.STATION) || code.equals(DemoAccounts.COUNTY)) {
            return false;
        }
        int drawn = Math.floorMod(order.id().hashCode(), 100);
        Instant signed = order.signedAt();
        if (stuck.contains(order.id()) || (signed != null && !isFree(order, open))) {
            return false;
        }
        if (signed != null) {
            return signed.plusSeconds(acts.workSeconds(order, drawn)).isBefore(now);
        }
        boolean waited = order.issuedAt().plusSeconds(signSeconds(order, drawn)).isBefore(now);
        return waited && (!order.unitId().equals(city) || isEnoughLeft(order, open, city));
    }

    /** One in eight is left to the ladder. */
    private static long signSeconds(Open order, int drawn) {
        boolean urgent = order.urgency() != Urgency.NORMAL;
        long usual = urgent ? 35 + drawn : 90 + 4L * drawn;
        return drawn % 8 == 0 ? usual + 420 : usual;
    }

    private static boolean isEnoughLeft(Open order, List<Open> open, UUID city) {
        long waiting = open.stream()
                .filter(each -> each.unitId().equals(city)
                        && each.signedAt() == null
                        && each.kind().equals(order.kind()))
                .count();
        int kept = order.kind().equals("call") ? KEPT_IN_QUEUE : order.kind().equals("route") ? 4 : KEPT_ALARMS;
        boolean anotherOnTop = order.urgency() == Urgency.NORMAL
                || open.stream()
                                .filter(each -> each.unitId().equals(city)
                                        && each.signedAt() == null
                                        && each.urgency() != Urgency.NORMAL)
                                .count()
                        > 2;
        return waiting - AT_ONCE >= kept && anotherOnTop;
    }

    /** A call waits for whoever is on the way to the person; then it decides. */
    private static boolean isFree(Open order, List<Open> open) {
        return !ColleaguesActs.CALLS.contains(order.kind())
                || open.stream()
                        .noneMatch(each -> each.subject().equals(order.subject())
                                && !each.id().equals(order.id())
                                && List.of("visit", "search", "take-over").contains(each.kind()));
    }
}
