package org.lianxin.order.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.Order.LadderRef;

/** What follows when an order is not signed for or not met in time: steps in order of time. Data, one version per change. */
public record Ladder(String id, int version, String nameZh, String nameEn, List<Step> steps) {

    public Ladder {
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::after).thenComparingInt(Step::number))
                .toList();
        if (steps.stream().map(Step::number).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("ladder " + id + " numbers a step twice");
        }
    }

    public LadderRef ref() {
        return new LadderRef(id, version);
    }

    /** What must still be the case at a step's time for it to fire. */
    public enum Condition {
        UNSIGNED,
        UNMET
    }

    public enum Effect {
        /** An order of kind notice: read and signed by whoever is told. */
        TELL,
        /** An order of kind alarm, as urgent as the original. */
        ALARM,
        /** The order itself goes to the addressee. */
        REASSIGN
    }

    public enum Addressee {
        NEAREST_WITH_DUTY,
        CHIEF_OF_HOLDER,
        ISSUING_UNIT
    }

    /**
     * @param after from the issue of the order
     * @param duty with {@link Addressee#NEAREST_WITH_DUTY} only, for example {@code command}
     */
    public record Step(
            int number,
            Condition condition,
            Duration after,
            Effect effect,
            Addressee addressee,
            @Nullable String duty) {

        public Step {
            if (number < 1 || number > 99 || !after.isPositive()) {
                throw new IllegalArgumentException(
                        "step " + number + " after " + after + ". Maybe both must be positive");
            }
            if ((addressee == Addressee.NEAREST_WITH_DUTY) != (duty != null)) {
                throw new IllegalArgumentException("step " + number + ": a duty belongs to NEAREST_WITH_DUTY alone");
            }
        }
    }

    public Step step(int number) {
        return steps.stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("ladder " + id + " v" + version + " has no step " + number));
    }
}
