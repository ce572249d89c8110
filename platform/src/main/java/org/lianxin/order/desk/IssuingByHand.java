package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.organisation.Units;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** Orders that a person writes. Runs in the caller's transaction. */
@Component
public class IssuingByHand {

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final LadderStore ladders;
    private final Orders orders;
    private final OrderActs acts;
    private final Units units;

    IssuingByHand(
            ScopedTransactions transactions,
            OrderStore store,
            LadderStore ladders,
            Orders orders,
            OrderActs acts,
            Units units) {
        this.transactions = transactions;
        this.store = store;
        this.ladders = ladders;
        this.orders = orders;
        this.acts = acts;
        this.units = units;
    }

    /** What is asked for; the writer's own unit orders it. */
    public record Asked(
            String title,
            @Nullable String detail,
            UUID toUnit,
            @Nullable UUID toStaff,
            Instant dueAt,
            String ladder,
            IssueOrder.Urgency urgency) {}

    public OrderView issue(Asked asked, Viewer by) {
        OrderActs.refuseUnknown(units, asked.toUnit(), asked.toStaff());
        if (ladders.findLive(asked.ladder()).isEmpty()) {
            throw Refused.of(422, "order.unknown-ladder");
        }
        Duration within = Duration.between(store.now(), asked.dueAt());
        if (!within.isPositive()) {
            throw Refused.of(422, "order.due-in-the-past");
        }
        UUID id = Uuid7.next();
        UUID order = orders.issue(List.of(new IssueOrder(
                        "task",
                        asked.title(),
                        asked.detail(),
                        new SubjectRef("order", id),
                        "order/by-hand/" + id,
                        asked.toUnit(),
                        asked.toStaff(),
                        by.unitId(),
                        within,
                        asked.ladder(),
                        asked.urgency(),
                        0)))
                .getFirst();
        // Who asks for help sees the own orders only; what they have just written is shown to them all the same.
        return transactions.runAs(Issuing.DOOR, () -> acts.get(order, by));
    }
}
