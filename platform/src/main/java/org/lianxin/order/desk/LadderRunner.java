package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.order.OrderOverdue;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.LadderClock;
import org.lianxin.order.domain.LadderClock.Due;
import org.lianxin.order.domain.Order;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.order.store.OrderStore.Ahead;
import org.lianxin.order.store.OrderStore.Claim;
import org.lianxin.order.store.OrderStore.Firing;
import org.lianxin.order.store.OrderStore.Happened;
import org.lianxin.shared.Uuid7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Fires what is due. Claims are leased in one transaction; a second one locks the orders, keeps those whose fence still holds, and
 * writes all effects at once: a crash anywhere leaves either nothing or everything (R2). Rows decide, so any number of nodes may run.
 */
@Component
public class LadderRunner {

    static final Duration LEASE = Duration.ofSeconds(5);
    private static final String ACTOR = "order.ladder";

    private final OrderStore store;
    private final LadderStore ladders;
    private final Escalation escalation;
    private final Issuing issuing;
    private final Tell tell;

    LadderRunner(OrderStore store, LadderStore ladders, Escalation escalation, Issuing issuing, Tell tell) {
        this.store = store;
        this.ladders = ladders;
        this.escalation = escalation;
        this.issuing = issuing;
        this.tell = tell;
    }

    /** Whom else to tell, in the same transaction. */
    @Component
    static class Tell {
        private final Notifications notifications;
        private final LiveChanges live;
        private final ApplicationEventPublisher events;

        Tell(Notifications notifications, LiveChanges live, ApplicationEventPublisher events) {
            this.notifications = notifications;
            this.live = live;
            this.events = events;
        }
    }

    /** The first transaction: leases what is due to this node. */
    List<Claim> claim(String node, int limit) {
        return store.claim(node, limit, LEASE);
    }

    /** The second: fires what is still due. Returns how many steps fired. */
    int fire(String node, List<Claim> claims) {
        Batch batch = new Batch(node, store.now(), fences(claims));
        for (Order order : store.hold(claims)) {
            batch.fire(order, ladders.get(order.ladder()));
        }
        batch.write();
        return batch.firings.size();
    }

    private static Map<UUID, Long> fences(List<Claim> claims) {
        Map<UUID, Long> fences = new HashMap<>();
        claims.forEach(claim -> fences.put(claim.order(), claim.fence()));
        return fences;
    }

    private final class Batch {
        private final String node;
        private final Instant now;
        private final Map<UUID, Long> fences;
        private final List<Ahead> orders = new ArrayList<>();
        private final List<Firing> firings = new ArrayList<>();
        private final List<Happened> happened = new ArrayList<>();
        private final List<Issuing.Command> commands = new ArrayList<>();
        private final List<NewMessage> messages = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<OrderOverdue> overdue = new ArrayList<>();

        Batch(String node, Instant now, Map<UUID, Long> fences) {
            this.node = node;
            this.now = now;
            this.fences = fences;
        }

        /** All steps of one order whose time has come, in order of time; after an outage there may be several. */
        void fire(Order held, Ladder ladder) {
            Order order = held;
            Optional<Due> next = LadderClock.next(order, ladder);
            while (next.isPresent() && !next.get().at().isAfter(now)) {
                order = fire(order, ladder, next.get());
                next = LadderClock.next(order, ladder);
            }
            orders.add(new Ahead(order, next.orElse(null)));
        }

        private Order fire(Order order, Ladder ladder, Due due) {
            firings.add(new Firing(order.id(), due.step(), due.at(), now, fences.getOrDefault(order.id(), 0L), node));
            Order fired = order.fired(due, now);
            if (due.step() == LadderClock.DEADLINE) {
                overdue.add(new OrderOverdue(
                        order.id(), order.task().kind(), order.task().subject(), due.at()));
                changes.addAll(Issuing.changes(order, "overdue"));
                note(order, fired, "overdue", null);
                return fired;
            }
            Escalation.Effect effect = escalation.effect(fired, ladder.step(due.step()), now);
            commands.add(new Issuing.Command(effect.order(), order.id()));
            messages.addAll(effect.messages());
            changes.addAll(Issuing.changes(order, "escalated"));
            note(order, effect.original(), effect.action(), effect.note());
            return effect.original();
        }

        private void note(Order before, Order after, String action, @org.jspecify.annotations.Nullable String note) {
            happened.add(new Happened(
                    Uuid7.next(),
                    before.id(),
                    now,
                    null,
                    ACTOR,
                    action,
                    note,
                    before.state().word(),
                    after.state().word()));
        }

        void write() {
            if (orders.isEmpty()) {
                return;
            }
            store.saveFired(orders, firings, happened);
            issuing.issue(commands);
            if (!messages.isEmpty()) {
                tell.notifications.send(messages);
            }
            tell.live.announce(changes);
            overdue.forEach(tell.events::publishEvent);
        }
    }
}
