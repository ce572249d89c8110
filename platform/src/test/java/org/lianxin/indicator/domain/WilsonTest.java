package org.lianxin.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianxin.indicator.domain.Comparison.Group;
import org.lianxin.indicator.domain.Comparison.Judged;
import org.lianxin.indicator.domain.Comparison.Verdict;

/** IN-11. Published values: R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3 (Wilson score). */
@Tag("fast")
class WilsonTest {

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void in11_intervalsAreThoseInPrint(long n, long of, double low, double high) {
        Wilson interval = Wilson.of(n, of);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void in11_nothingIsAnIntervalOfNoCases() {
        assertThatThrownBy(() -> Wilson.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Verdict> verdicts(Group... groups) {
        return Comparison.judge(List.of(groups)).stream().map(Judged::verdict).toList();
    }

    @Test
    void in11_betterIsSaidOnlyWhereIntervalsDoNotOverlap() {
        assertThat(verdicts(new Group("a", 90, 100), new Group("b", 50, 100)))
                .containsExactly(Verdict.BETTER, Verdict.WORSE);
        assertThat(verdicts(new Group("a", 60, 100), new Group("b", 50, 100))).containsOnly(Verdict.NOT_ENOUGH);
    }

    @Test
    void in11_fewCasesSayNothingAndAreNotShown() {
        List<Judged> judged = Comparison.judge(List.of(new Group("few", 29, 29), new Group("many", 10, 1_000)));

        assertThat(judged.getFirst().interval()).isNull();
        assertThat(judged).extracting(Judged::verdict).containsOnly(Verdict.NOT_ENOUGH);
        assertThat(judged.getLast().interval()).isNotNull();
    }
}
