package org.lianxin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R2: what the orders that were acknowledged owed, and what fired. */
final class Deadlines {

    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final int MOST_EXAMPLES = 5;
    private static final Duration LATEST_AFTER_OUTAGE = Duration.ofSeconds(10);

    /** @param fired when; null when it did not */
    private record Owed(
            UUID order,
            int step,
            Instant due,
            @Nullable Instant closed,
            @Nullable Instant fired,
            long effects) {

        boolean mustFire() {
            return closed == null || closed.isAfter(due);
        }
    }

    private final List<Owed> owed;
    private final List<Outage> outages;
    private final long lostOrders;
    private final Set<UUID> met;

    private Deadlines(List<Owed> owed, List<Outage> outages, long lostOrders, Set<UUID> met) {
        this.owed = owed;
        this.outages = outages;
        this.lostOrders = lostOrders;
        this.met = met;
    }

    static Deadlines read(JdbcClient jdbc, Path oracle, List<Outage> outages) throws IOException {
        UUID[] ids = acknowledged(oracle, "issued ").toArray(UUID[]::new);
        List<Owed> owed = jdbc.sql("""
                        SELECT o.id, s.step, s.due, o.closed_at, f.at,
                            (SELECT count(*) FROM "order".orders e WHERE e.follows = o.id) AS effects
                        FROM "order".orders o
                        CROSS JOIN LATERAL (VALUES (0, o.first_due_at), (1, o.issued_at + interval '4 s')) s (step, due)
                        LEFT JOIN "order".fired f ON f.order_id = o.id AND f.step = s.step
                        WHERE o.id = ANY (?)""")
                .param(ids)
                .query((row, n) -> new Owed(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(4, OffsetDateTime.class)),
                        instant(row.getObject(5, OffsetDateTime.class)),
                        row.getLong(6)))
                .list();
        return new Deadlines(owed, outages, ids.length - owed.size() / 2, acknowledged(oracle, "met "));
    }

    /** The ids behind the word; a line that the kill cut off was never acknowledged. */
    private static Set<UUID> acknowledged(Path oracle, String word) throws IOException {
        Set<UUID> ids = new TreeSet<>();
        for (String line : Files.readAllLines(oracle)) {
            if (line.startsWith(word) && line.length() == word.length() + 36) {
                ids.add(UUID.fromString(line.substring(word.length())));
            }
        }
        return ids;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    Figure lost() {
        return new Figure("R1 orders lost", owed.size() / 2 + lostOrders, lostOrders);
    }

    /** Orders whose meeting was acknowledged and that are open again. */
    Figure lostMeetings() {
        return new Figure(
                "R1 confirmations lost",
                met.size(),
                owed.stream()
                        .filter(each -> each.step() == 0 && met.contains(each.order()) && each.closed() == null)
                        .count());
    }

    Figure missed() {
        return new Figure(
                "R2 deadlines missed",
                owed.stream().filter(Owed::mustFire).count(),
                owed.stream()
                        .filter(each -> each.mustFire() && each.fired() == null)
                        .count());
    }

    /** Fired before their time, although met before it, or more than once in effect. */
    Figure wrong() {
        return new Figure(
                "R2 fired early, needlessly or twice",
                owed.size(),
                owed.stream().filter(Deadlines::isWrong).count());
    }

    private static boolean isWrong(Owed each) {
        Instant fired = each.fired();
        boolean early = fired != null && fired.isBefore(each.due());
        boolean needless =
                fired != null && each.closed() != null && each.closed().isBefore(each.due());
        return early || needless || each.effects() > 1;
    }

    Figure late() {
        return new Figure(
                "R2 later than 5 s, or 10 s after the service was back",
                fired().size(),
                fired().stream()
                        .filter(each -> at(each).isAfter(latest(each.due())))
                        .count());
    }

    /** What the failures were, the first of them. */
    List<String> examples() {
        return owed.stream()
                .filter(each -> isWrong(each)
                        || (each.mustFire() && each.fired() == null)
                        || (each.fired() != null && at(each).isAfter(latest(each.due()))))
                .limit(MOST_EXAMPLES)
                .map(each -> each
                        + outages.stream()
                                .filter(outage -> outage.from()
                                                .isBefore(each.due().plusSeconds(20))
                                        && outage.back().isAfter(each.due().minusSeconds(20)))
                                .toList()
                                .toString())
                .toList();
    }

    private List<Owed> fired() {
        return owed.stream().filter(each -> each.fired() != null).toList();
    }

    private static Instant at(Owed each) {
        return java.util.Objects.requireNonNull(each.fired());
    }

    private Instant latest(Instant due) {
        Instant latest = due.plus(LATEST);
        for (Outage outage : outages) {
            if (outage.from().isBefore(latest) && outage.back().isAfter(due)) {
                Instant after = outage.back().plus(LATEST_AFTER_OUTAGE);
                latest = after.isAfter(latest) ? after : latest;
            }
        }
        return latest;
    }

    /** How late fired what came due with the service up and no kill near, in order. */
    List<Long> quietLatenessMillis() {
        return fired().stream()
                .filter(each -> outages.stream()
                        .noneMatch(outage -> outage.from().minus(LATEST).isBefore(each.due())
                                && outage.back().plusSeconds(2).isAfter(each.due())))
                .map(each -> Duration.between(each.due(), at(each)).toMillis())
                .sorted()
                .toList();
    }

    /**
     * How long after a kill fired what was due when it came, or within so long after it and fired later than due: work that the
     * killed one had in hand among it. In order.
     */
    List<Long> takenOverMillis(Duration after) {
        return fired().stream()
                .flatMap(each -> outages.stream()
                        .filter(kill -> at(each).isAfter(kill.from())
                                && each.due().isBefore(kill.from().plus(after))
                                && at(each).isBefore(kill.from().plusSeconds(60)))
                        .map(kill -> Duration.between(
                                        each.due().isAfter(kill.from()) ? each.due() : kill.from(), at(each))
                                .toMillis()))
                .sorted()
                .toList();
    }

    /** How late everything fired, counted from when it was due and the service was there, in order. */
    List<Long> latenessMillis() {
        return fired().stream()
                .map(each -> Duration.between(possible(each), at(each)).toMillis())
                .sorted()
                .toList();
    }

    /** When it could have fired: when due, or at the end of the last outage before it did. */
    private Instant possible(Owed each) {
        Instant fired = at(each);
        return outages.stream()
                .filter(outage -> outage.from().isBefore(fired) && outage.back().isAfter(each.due()))
                .map(outage -> outage.back().isBefore(fired) ? outage.back() : fired)
                .max(Comparator.naturalOrder())
                .orElse(each.due());
    }
}
