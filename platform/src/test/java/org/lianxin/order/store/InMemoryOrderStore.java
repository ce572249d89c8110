package org.lianxin.order.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.LadderClock.Due;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.OrderState;
import org.lianxin.shared.SubjectRef;

/** Orders in memory, with transactions that can be broken off, on a clock that a test moves. */
public final class InMemoryOrderStore implements OrderStore {

    private record Deadline(Due due, long fence, @Nullable Instant leasedUntil) {}

    private static final class Tables {
        private final TreeMap<UUID, Order> orders = new TreeMap<>();
        private final Map<String, UUID> causes = new HashMap<>();
        private final LinkedHashMap<UUID, Deadline> deadlines = new LinkedHashMap<>();
        private final List<Firing> firings = new ArrayList<>();
        private final List<Happened> events = new ArrayList<>();

        Tables copy() {
            Tables copy = new Tables();
            copy.orders.putAll(orders);
            copy.causes.putAll(causes);
            copy.deadlines.putAll(deadlines);
            copy.firings.addAll(firings);
            copy.events.addAll(events);
            return copy;
        }
    }

    private Tables tables = new Tables();
    private Instant now;
    private long serial;
    private long fences;
    private boolean believesOldClaims;
    private final Map<UUID, Order> asClaimed = new HashMap<>();

    public InMemoryOrderStore(Instant start) {
        this.now = start;
    }

    public void moveTo(Instant time) {
        now = time;
    }

    /** All or nothing. */
    public <T> T transaction(Supplier<T> work) {
        Tables before = tables.copy();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                tables = before;
            }
        }
    }

    public List<Firing> firings() {
        return tables.firings;
    }

    public Collection<Order> all() {
        return tables.orders.values();
    }

    public Optional<Instant> nextDeadline() {
        return tables.deadlines.values().stream().map(each -> each.due().at()).min(Comparator.naturalOrder());
    }

    /** Plants a bug: a claim is believed, with the order as it was then, whatever happened since. */
    public void believeOldClaims() {
        believesOldClaims = true;
    }

    /** Plants a bug: these deadlines are gone. */
    public void forget(List<Claim> claims) {
        claims.forEach(claim -> tables.deadlines.remove(claim.order()));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Taken takeSerials(int count) {
        List<Serial> serials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            serials.add(new Serial("20261122", ++serial));
        }
        return new Taken(now, serials);
    }

    @Override
    public Map<String, UUID> insert(List<Ahead> orders) {
        Map<String, UUID> ids = new HashMap<>();
        for (Ahead each : orders) {
            String cause = each.order().task().cause();
            if (tables.causes.putIfAbsent(cause, each.order().id()) == null) {
                tables.orders.put(each.order().id(), each.order());
                write(each);
            }
            ids.put(cause, Objects.requireNonNull(tables.causes.get(cause)));
        }
        return ids;
    }

    private void write(Ahead each) {
        Due next = each.next();
        if (next == null) {
            tables.deadlines.remove(each.order().id());
        } else {
            tables.deadlines.put(each.order().id(), new Deadline(next, ++fences, null));
        }
    }

    @Override
    public Optional<Order> find(UUID id) {
        return Optional.ofNullable(tables.orders.get(id));
    }

    @Override
    public List<Order> list(SubjectRef subject) {
        return tables.orders.values().stream()
                .filter(order -> order.task().subject().equals(subject))
                .toList();
    }

    @Override
    public boolean save(Ahead changed, Happened happened) {
        Order before = Objects.requireNonNull(tables.orders.get(changed.order().id()));
        if (before.version() != changed.order().version() - 1) {
            return false;
        }
        tables.orders.put(before.id(), changed.order());
        write(changed);
        tables.events.add(happened);
        return true;
    }

    @Override
    public Optional<Order> lockNext(UUID unit, UUID staff, Collection<String> kinds) {
        return tables.orders.values().stream()
                .filter(order ->
                        order.state() == OrderState.ISSUED && order.to().unit().equals(unit))
                .filter(order -> kinds.contains(order.task().kind()))
                .filter(order -> order.toStaff() == null || order.toStaff().equals(staff))
                .min(Comparator.comparingInt(
                                (Order order) -> OrderRows.number(order.task().urgency()))
                        .thenComparingInt(order -> -order.task().rank())
                        .thenComparing(Order::dueAt)
                        .thenComparing(Order::id));
    }

    @Override
    public List<Claim> claim(String node, int limit, Duration lease) {
        List<UUID> due = tables.deadlines.entrySet().stream()
                .filter(each -> !each.getValue().due().at().isAfter(now))
                .filter(each -> {
                    Instant until = each.getValue().leasedUntil();
                    return until == null || !until.isAfter(now);
                })
                .sorted(Comparator.comparing(each -> each.getValue().due().at()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (UUID each : due) {
            Deadline held = new Deadline(
                    Objects.requireNonNull(tables.deadlines.get(each)).due(), ++fences, now.plus(lease));
            tables.deadlines.put(each, held);
            claims.add(new Claim(each, held.fence()));
            asClaimed.put(each, Objects.requireNonNull(tables.orders.get(each)));
        }
        return claims;
    }

    @Override
    public List<Order> hold(List<Claim> claims) {
        if (believesOldClaims) {
            return claims.stream()
                    .map(claim -> Objects.requireNonNull(asClaimed.get(claim.order())))
                    .toList();
        }
        return claims.stream()
                .filter(claim -> {
                    Deadline deadline = tables.deadlines.get(claim.order());
                    return deadline != null && deadline.fence() == claim.fence();
                })
                .map(claim -> Objects.requireNonNull(tables.orders.get(claim.order())))
                .toList();
    }

    @Override
    public void saveFired(List<Ahead> orders, List<Firing> firings, List<Happened> happened) {
        for (Firing each : firings) {
            boolean twice = tables.firings.stream()
                    .anyMatch(known -> known.order().equals(each.order()) && known.step() == each.step());
            if (twice) {
                throw new IllegalStateException("step " + each.step() + " of " + each.order() + " fires twice");
            }
            tables.firings.add(each);
        }
        for (Ahead each : orders) {
            tables.orders.put(each.order().id(), each.order());
            write(each);
        }
        tables.events.addAll(happened);
    }

    @Override
    public List<Happened> history(UUID order) {
        return tables.events.stream().filter(each -> each.order().equals(order)).toList();
    }
}
