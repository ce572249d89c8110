package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class SourceTimeTest {

    private static final Instant MEANT = Instant.parse("2026-01-07T01:12:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-07 09:12",
                "2026/1/7 9:12",
                "2026年1月7日9时12分",
                "20260107 091200",
                "20260107091200",
                "2026-01-07T09:12:00+08:00",
                "2026-01-07T01:12:00Z",
                "2026.1.7 9:12:00",
                "2026-01-07 09:12:00.000",
                "46029.3833333333",
                "２０２６－０１－０７　０９：１２",
                "2026年1月7日 上午9时12分"
            })
    void wa03_readsTheTimesThatSourcesWrite(String text) {
        assertThat(SourceTime.find(text)).as(text).contains(MEANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "昨天",
                "7/1/2026 9:12",
                "2026-13-01 09:12",
                "2026-02-30",
                "09:12",
                "2026-01-07 25:00",
                "1e400",
                "+999999999-12-31T23:59:59Z"
            })
    void wa03_readsNoTimeWhereNobodyCanKnow(String text) {
        assertThat(SourceTime.find(text)).as(text).isEmpty();
    }

    @Test
    void wa03_asksForTheYearThatWasProbablyMeant() {
        Instant now = Instant.parse("2026-11-22T07:00:00Z");
        Instant nextYear = SourceTime.find("2027-01-07 09:12").orElseThrow();

        assertThat(SourceTime.isFuture(nextYear, now)).isTrue();
        assertThat(SourceTime.yearMeant(nextYear, now)).isEqualTo(2026);
        assertThat(SourceTime.isFuture(now.plusSeconds(200), now))
                .as("clocks may run ahead a little")
                .isFalse();
    }
}
