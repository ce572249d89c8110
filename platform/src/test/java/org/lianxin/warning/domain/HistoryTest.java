package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void wa07_threeDaysAgoIsStillWork() {
        assertThat(History.is(Instant.parse("2026-11-19T08:00:00Z"), NOW)).isFalse();
    }

    @Test
    void wa07_longerAgoIsHistory() {
        assertThat(History.is(Instant.parse("2026-11-19T07:59:59.999Z"), NOW)).isTrue();
    }

    @Test
    void wa07_aTimeStillToComeIsWork() {
        assertThat(History.is(NOW.plusSeconds(60), NOW)).isFalse();
    }
}
