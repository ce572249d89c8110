package org.lianxin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.InventedOrders;
import org.lianxin.order.InventedOrders.Open;
import org.lianxin.shared.Backdating;
import org.lianxin.shared.Backdating.Moved;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.InventedWork.Came;

/** Writes the demonstration's day: each deed is done now, through the ordinary doors, and remembered as so many minutes ago. */
final class DayBook {

    private final InventedWork work;
    private final InventedOrders orders;
    private final Clock clock;
    private final List<Moved> moved = new ArrayList<>();

    DayBook(InventedWork work, InventedOrders orders, Clock clock) {
        this.work = work;
        this.orders = orders;
        this.clock = clock;
    }

    /** The warnings come in; each so many minutes ago. */
    List<UUID> warn(List<InventedWork.Warned> warned, List<Double> ago, long seed) {
        Instant from = clock.instant();
        List<UUID> episodes = work.warn(warned, seed);
        Instant until = clock.instant();
        Set<UUID> seen = new java.util.HashSet<>();
        for (int i = 0; i < episodes.size(); i++) {
            if (seen.add(episodes.get(i))) {
                moved.add(new Moved(episodes.get(i), from, until, minutes(ago.get(i))));
            }
        }
        return episodes;
    }

    /** Makes something, so many minutes ago; answers its id. */
    void made(double ago, Supplier<UUID> deed) {
        Instant from = clock.instant();
        UUID subject = deed.get();
        moved.add(new Moved(subject, from, clock.instant(), minutes(ago)));
    }

    void did(UUID subject, double ago, Runnable deed) {
        made(ago, () -> {
            deed.run();
            return subject;
        });
    }

    private static Duration minutes(double ago) {
        return Duration.ofSeconds(Math.round(ago * 60));
    }

    /** The open order of this kind on an episode. */
    Open order(UUID episode, String kind) {
        return orders.on(new SubjectRef("warning", episode)).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open " + kind + " on " + episode));
    }

    boolean has(UUID episode, String kind) {
        return orders.on(new SubjectRef("warning", episode)).stream()
                .anyMatch(each -> each.kind().equals(kind));
    }

    void sign(UUID episode, String kind, Viewer by, double ago) {
        UUID order = order(episode, kind).id();
        did(episode, ago, () -> orders.sign(order, by));
    }

    void call(UUID episode, Viewer by, double ago, @Nullable String result) {
        did(episode, ago, () -> work.call(by, episode, result));
    }

    void report(UUID episode, String kind, Viewer by, double ago, String text) {
        UUID order = order(episode, kind).id();
        did(episode, ago, () -> orders.report(order, by, text));
    }

    void outcome(UUID episode, Viewer by, double ago, Came came) {
        did(episode, ago, () -> work.outcome(by, episode, came));
    }

    void route(UUID episode, Viewer by, double ago, String division) {
        did(episode, ago, () -> work.route(by, episode, division));
    }

    void askForList(Viewer by, String reason) {
        work.askForList(by, reason);
    }

    /** Parts of an awakening session, one every few minutes; see {@link InventedWork#awaken}. */
    void awaken(UUID episode, Viewer first, Viewer second, double ago, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            did(episode, ago - 6.0 * i, () -> work.awaken(first, second, episode, part));
        }
    }

    InventedOrders orders() {
        return orders;
    }

    /** Everything to its time; then whatever is overdue by then is told to whom it concerns. */
    void close(List<Backdating> books, Duration patience) {
        Instant since = clock.instant();
        books.forEach(each -> each.move(moved));
        moved.clear();
        orders.settleLadders(since, patience);
    }
}
