package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.CallSteps.Deed;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.lianxin.warning.domain.CallSteps.Move;
import org.lianxin.warning.domain.CallSteps.Step;

@Tag("fast")
class CallStepsTest {

    @Test
    void everyResultLeadsSomewhereFromEveryStepAndSilenceOnlyFromTheMessage() {
        for (Step step : Step.values()) {
            for (Heard heard : Heard.values()) {
                List<Move> moves = CallSteps.all().stream()
                        .filter(move -> move.from() == step && move.heard() == heard)
                        .toList();
                int expected = heard != Heard.SILENCE || step == Step.MESSAGED ? 1 : 0;
                assertThat(moves).as(step + " " + heard).hasSize(expected);
            }
        }
    }

    @Test
    void ca08_ca09_threeAttemptsThenAMessageThenAVisit() {
        Move first = next(Step.FIRST, Heard.NO_ANSWER);
        Move second = next(first.to(), Heard.BUSY);
        Move third = next(second.to(), Heard.NO_ANSWER);
        Move silence = next(third.to(), Heard.SILENCE);

        assertThat(first.deeds()).isEmpty();
        assertThat(second.deeds()).isEmpty();
        assertThat(third.to()).isEqualTo(Step.MESSAGED);
        assertThat(third.deeds()).containsExactly(Deed.MESSAGE);
        assertThat(third.pause()).isEqualTo(Duration.ofMinutes(15));
        assertThat(silence.to()).isEqualTo(Step.VISIT);
        assertThat(silence.deeds()).containsExactly(Deed.VISIT);
    }

    @Test
    void ca03_toCa06_fourWaysOfNotAnsweringAreFourDifferentThings() {
        List<Move> moves = List.of(
                next(Step.FIRST, Heard.BUSY),
                next(Step.FIRST, Heard.NO_ANSWER),
                next(Step.FIRST, Heard.REFUSED),
                next(Step.FIRST, Heard.SWITCHED_OFF));

        assertThat(moves).extracting(Move::pause).doesNotHaveDuplicates();
        assertThat(moves).extracting(Move::rule).containsExactly("CA-03", "CA-04", "CA-05", "CA-06");
        assertThat(moves.get(2).deeds()).containsExactly(Deed.MESSAGE);
        assertThat(moves.get(3).deeds()).containsExactly(Deed.OTHERS);
    }

    @Test
    void ca07_aWrongNumberIsNotTriedAgain() {
        assertThat(next(Step.FIRST, Heard.WRONG_NUMBER).deeds()).containsExactlyInAnyOrder(Deed.OTHERS, Deed.VISIT);
    }

    @Test
    void ca10_ca11_whileMoneyMovesEverythingIsFasterAndNoTextIsSent() {
        for (Move move : CallSteps.all()) {
            Move urgent = CallSteps.next(move.from(), move.heard(), true).orElseThrow();
            assertThat(urgent.deeds()).doesNotContain(Deed.MESSAGE);
            assertThat(urgent.pause()).isLessThanOrEqualTo(move.pause());
        }
        Move third = CallSteps.next(Step.THIRD, Heard.BUSY, true).orElseThrow();
        assertThat(third.to()).isEqualTo(Step.VISIT);
        assertThat(third.deeds()).containsExactly(Deed.VISIT);
        assertThat(CallSteps.next(Step.FIRST, Heard.BUSY, true).orElseThrow().pause())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whoWasSpokenToIsNotHuntedAnyLonger() {
        for (Heard heard : Heard.values()) {
            CallSteps.next(Step.SPOKEN, heard, false)
                    .ifPresent(move -> assertThat(move.deeds()).isEmpty());
        }
    }

    private static Move next(Step from, Heard heard) {
        return CallSteps.next(from, heard, false).orElseThrow();
    }
}
