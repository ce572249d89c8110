package org.lianxin.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Order.LadderRef;
import org.lianxin.order.domain.Order.Route;
import org.lianxin.order.domain.Order.Span;
import org.lianxin.order.domain.Order.Task;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;

/** When the alarms of an order come that went from hand to hand. */
@Tag("fast")
class LadderClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:29:00Z");

    private static Order order(Duration dueWithin, @Nullable UUID follows) {
        Party station = new Party(UUID.randomUUID(), new UnitPath("15.1505.150581.01."));
        return Order.issued(
                UUID.randomUUID(),
                "ZL-1",
                new Task("visit", "上门", null, new SubjectRef("warning", UUID.randomUUID()), "c", Urgency.HIGH, 1),
                new Route(station, station, null, follows),
                new LadderRef("warning.high.visit", 1),
                new Span(NOW, NOW.plus(dueWithin)));
    }

    private static Ladder.Step step(Condition condition, Duration after) {
        return new Ladder.Step(1, condition, after, Ladder.Effect.ALARM, Ladder.Addressee.NEAREST_WITH_DUTY, "command");
    }

    @Test
    void or19_handingOverDoesNotPutOffTheAlarmBeyondTheDeadline() {
        Order handedOver = order(Duration.ofMinutes(10), UUID.randomUUID());
        assertThat(LadderClock.at(handedOver, step(Condition.UNMET, Duration.ofMinutes(30))))
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void whoeverTakesOverHasHisOwnMinutesToSign() {
        Order handedOver = order(Duration.ofMinutes(10), UUID.randomUUID());
        assertThat(LadderClock.at(handedOver, step(Condition.UNSIGNED, Duration.ofMinutes(5))))
                .isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aFirstOrderKeepsStepsBeyondItsDeadline() {
        Order first = order(Duration.ofMinutes(30), null);
        assertThat(LadderClock.at(first, step(Condition.UNMET, Duration.ofHours(6))))
                .isEqualTo(NOW.plus(Duration.ofHours(6)));
    }
}
