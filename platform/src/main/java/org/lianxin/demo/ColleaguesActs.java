package org.lianxin.demo;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.InventedOrders;
import org.lianxin.order.InventedOrders.Open;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.InventedWork.Came;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an invented colleague does with one order. */
@Component
class ColleaguesActs {

    private static final Logger LOG = LoggerFactory.getLogger(ColleaguesActs.class);
    private static final List<String> VISITS = List.of("visit", "search", "take-over");
    static final List<String> CALLS = List.of("call", "call-others", "follow-up");
    private static final List<String> VISITORS =
            List.of("TL0007", "TL0008", "HL0003", "HL0217", "TL0001", "HL0201", "TL0012", "TL0013", "TL0014");

    private final InventedOrders orders;
    private final InventedWork work;
    private final Colleagues colleagues;
    private final Units units;
    private final Random random = new Random(46);

    ColleaguesActs(InventedOrders orders, InventedWork work, Colleagues colleagues, Units units) {
        this.orders = orders;
        this.work = work;
        this.colleagues = colleagues;
        this.units = units;
    }

    /** Those a visitor can sign in as. */
    Set<UUID> visitors() {
        return VISITORS.stream()
                .map(number -> colleagues.numbered(number).staffId())
                .collect(Collectors.toSet());
    }

    /** How long it takes from the signature on. */
    long workSeconds(Open order, int drawn) {
        return VISITS.contains(order.kind()) ? 240 + 6L * drawn : 60 + 2L * drawn;
    }

    /** Signs for an order, or finishes it; false when it may not be done now. */
    boolean act(Open order) {
        Viewer by = who(order);
        try {
            if (order.signedAt() == null) {
                begin(order, by);
            } else {
                finish(order, by);
            }
            return true;
        } catch (Refused e) {
            LOG.debug("{} left {} as it is: {}", by.staffNumber(), order.id(), e.code());
            return false;
        }
    }

    private Viewer who(Open order) {
        UUID holder = order.holder();
        if (holder != null) {
            String number = units.findStaff(holder).orElseThrow().number();
            return colleagues.numbered(number);
        }
        return switch (order.kind()) {
            case "alarm", "notice", "help" -> colleagues.numbered(Colleagues.COMMANDER);
            case "stop-payment" -> colleagues.numbered(Colleagues.STOPPER);
            default -> colleagues.of(order.unitId(), random.nextInt(100));
        };
    }

    private void begin(Open order, Viewer by) {
        if (order.kind().equals("call")) {
            work.call(by, order.subject().id(), random.nextInt(3) == 0 ? "no-answer" : null);
        } else {
            orders.sign(order.id(), by);
        }
    }

    private void finish(Open order, Viewer by) {
        if (VISITS.contains(order.kind())) {
            work.outcome(by, order.subject().id(), met(order.id(), true));
        } else if (CALLS.contains(order.kind())) {
            work.outcome(by, order.subject().id(), met(order.id(), false));
        } else if (order.kind().equals("route")) {
            work.route(by, order.subject().id(), anyStreet());
        } else {
            orders.meet(order.id(), by, "已处理");
        }
    }

    private Came met(UUID order, boolean faceToFace) {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return came("not-found", order, null);
        }
        if (dice == 1) {
            return came(faceToFace ? "not-believed" : "refused", order, null);
        }
        return came("reached", order, faceToFace && dice > 9 ? 100_000L * (1 + random.nextInt(120)) : null);
    }

    private static Came came(String kind, UUID order, @Nullable Long saved) {
        return new Came(kind, saved, saved == null ? null : "本人停止操作", null, null, null, order);
    }

    private String anyStreet() {
        UnitRef city = units.findByCode(DemoAccounts.CITY).orElseThrow();
        List<UnitRef> stations = units.below(city.id()).stream()
                .filter(each -> each.level().equals("station"))
                .toList();
        return stations.get(random.nextInt(stations.size())).code();
    }
}
