package org.lianxin.order.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Ladder.Step;

/**
 * When what fires. Pure: an order's facts and its ladder say it all, so what a crash delayed fires later exactly as it would
 * have fired in time (OR-06), and what was confirmed before its time never does (OR-07).
 */
public final class LadderClock {

    /** The step number of the order's own deadline. */
    public static final int DEADLINE = 0;

    private static final Comparator<Due> BY_TIME = Comparator.comparing(Due::at).thenComparingInt(Due::step);

    private LadderClock() {}

    /** A step that will fire, and when. */
    public record Due(int step, Instant at) {}

    public enum StepState {
        AHEAD,
        FIRED,
        CANCELLED
    }

    /** The step that fires next, unless something happens before; empty when none is left. */
    public static Optional<Due> next(Order order, Ladder ladder) {
        Stream<Due> steps = ladder.steps().stream()
                .filter(step -> state(order, step) == StepState.AHEAD)
                .map(step -> new Due(step.number(), at(order, step)));
        return Stream.concat(steps, deadline(order).stream()).min(BY_TIME);
    }

    private static Optional<Due> deadline(Order order) {
        Instant at = order.extended(order.firstDueAt());
        boolean ahead =
                !order.life().fired().contains(DEADLINE) && !isBy(order.life().closedAt(), at);
        return ahead ? Optional.of(new Due(DEADLINE, at)) : Optional.empty();
    }

    public static StepState state(Order order, Step step) {
        if (order.life().fired().contains(step.number())) {
            return StepState.FIRED;
        }
        return isConfirmedBy(order, step.condition(), at(order, step)) ? StepState.CANCELLED : StepState.AHEAD;
    }

    /** OR-14: what waits for the signature is not moved. OR-19: handing over does not put off what waits for the deed. */
    public static Instant at(Order order, Step step) {
        Instant at = order.issuedAt().plus(step.after());
        if (step.condition() != Condition.UNMET) {
            return at;
        }
        boolean late = order.follows() != null && at.isAfter(order.firstDueAt());
        return order.extended(late ? order.firstDueAt() : at);
    }

    private static boolean isConfirmedBy(Order order, Condition condition, Instant time) {
        return isBy(order.life().closedAt(), time)
                || (condition == Condition.UNSIGNED && isBy(order.life().signedAt(), time));
    }

    private static boolean isBy(@Nullable Instant happened, Instant time) {
        return happened != null && !happened.isAfter(time);
    }
}
