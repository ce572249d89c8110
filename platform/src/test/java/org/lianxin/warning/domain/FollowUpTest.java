package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.FollowUp.Result;

@Tag("fast")
class FollowUpTest {

    private static final Instant CLOSED = Instant.parse("2026-11-01T04:00:00Z");

    @Test
    void fu02_whoWasNotReachedIsAskedOnceMoreTheNextDay() {
        assertThat(FollowUp.again(7, Result.NOT_REACHED)).contains(8);
        assertThat(FollowUp.again(8, Result.NOT_REACHED)).isEmpty();
        assertThat(FollowUp.again(7, Result.SAFE)).isEmpty();
    }

    @Test
    void fu04_aLossWithinThirtyDaysTakesBackWhatWasSaved() {
        assertThat(FollowUp.takenBack(30_000_000, CLOSED, CLOSED.plus(Duration.ofDays(30))))
                .isEqualTo(30_000_000);
    }

    @Test
    void fu05_afterThirtyDaysTheFigureIsFinal() {
        Instant later = CLOSED.plus(Duration.ofDays(30)).plusSeconds(1);
        assertThat(FollowUp.takenBack(30_000_000, CLOSED, later)).isZero();
    }
}
