package org.lianxin.warning.wallboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;

/** One picture of the wallboard. */
public record Wallboard(
        Instant now,
        UnitName unit,
        WallFigures figures,
        List<County> counties,
        List<Soon> soonest,
        Exceptions exceptions,
        Map<String, Integer> loop) {

    /** For those who see numbers, not persons: orders go by their number. */
    Wallboard withoutPersons() {
        return new Wallboard(
                now,
                unit,
                figures,
                counties,
                soonest.stream().map(Soon::withoutPerson).toList(),
                exceptions,
                loop);
    }

    public record UnitName(String id, String name) {}

    /** Open orders of a unit directly below and of all below that. */
    public record County(String code, String name, int open, int unsigned, int moneyMoving, int life) {}

    /** An order whose ladder fires next. */
    public record Soon(
            String orderId,
            String number,
            String title,
            String where,
            Instant at,
            Instant from,
            String state,
            Urgency urgency,
            String then) {

        Soon withoutPerson() {
            return new Soon(orderId, number, number, where, at, from, state, urgency, then);
        }
    }

    /** What a person has to decide. */
    public record Exceptions(int total, List<Kind> byKind) {}

    public record Kind(String kind, int count, @Nullable Instant oldestAt) {}
}
