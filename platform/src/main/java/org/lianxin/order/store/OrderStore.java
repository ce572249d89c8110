package org.lianxin.order.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.LadderClock.Due;
import org.lianxin.order.domain.Order;
import org.lianxin.shared.SubjectRef;

/**
 * Orders and their deadlines. Every call runs in the caller's transaction and sees what its scope shows.
 *
 * <p>An order has at most one deadline row: its next one. It is written with every change of the order and carries a fence
 * that grows with it, so a claim made before the change can no longer fire.
 */
public interface OrderStore {

    /** The clock that decides what is due: {@code lianxin_now()}, to the microsecond. */
    Instant now();

    /** {@code count} numbers never given before: {@code ZL-<unit code>-<date>-<serial>} without the code; and the time. */
    Taken takeSerials(int count);

    /** Inserts what is new; an order whose cause is known stays away. Returns the id that stands for each cause. */
    Map<String, UUID> insert(List<Ahead> orders);

    Optional<Order> find(UUID id);

    /** All orders on a subject, oldest first. */
    List<Order> list(SubjectRef subject);

    /** All orders on any of these cases of a module, oldest first. */
    default List<Order> list(String module, Collection<UUID> subjects) {
        return subjects.stream()
                .flatMap(id -> list(new SubjectRef(module, id)).stream())
                .toList();
    }

    /**
     * Saves a change made to the version that was read, with its next deadline and what happened.
     *
     * @return false when somebody else changed the order in between; nothing was written then
     */
    boolean save(Ahead changed, Happened happened);

    /** The most urgent order of these kinds waiting unsigned for anybody of the unit or for this person, locked; never one that another transaction is taking. */
    Optional<Order> lockNext(UUID unit, UUID staff, Collection<String> kinds);

    /** Leases up to {@code limit} due deadlines to a node, the oldest first; each gets a new fence. Commit before {@link #hold}. */
    List<Claim> claim(String node, int limit, Duration lease);

    /** Locks the orders of those claims whose fence still holds; the others changed or went to another node. */
    List<Order> hold(List<Claim> claims);

    /** Saves orders on which steps fired, with their next deadlines. Only orders held in this transaction. */
    void saveFired(List<Ahead> orders, List<Firing> firings, List<Happened> happened);

    /** What happened to an order, oldest first. */
    List<Happened> history(UUID order);

    /** An order with its next deadline, if it has one ahead. */
    record Ahead(Order order, @Nullable Due next) {}

    record Serial(String day, long number) {}

    /** @param now as {@link #now()} tells it */
    record Taken(Instant now, List<Serial> serials) {}

    /** @param fence grows with every claim and every change of the order */
    record Claim(UUID order, long fence) {}

    record Firing(UUID order, int step, Instant dueAt, Instant at, long fence, String node) {}

    /** One line of an order's history. */
    record Happened(
            UUID id,
            UUID order,
            Instant at,
            @Nullable UUID staff,
            String actor,
            String action,
            @Nullable String note,
            String fromState,
            String toState) {}
}
