package org.lianxin.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianxin.notification.Telephone.Ending;

class SipEndingsTest {

    @ParameterizedTest
    @CsvSource({
        "486, BUSY",
        "600, BUSY",
        "480, NO_ANSWER",
        "408, NO_ANSWER",
        "603, REFUSED",
        "607, REFUSED",
        "404, SWITCHED_OFF",
        "410, SWITCHED_OFF",
        "604, WRONG_NUMBER",
        "484, WRONG_NUMBER",
        "403, LINE_REFUSED",
        "503, LINE_DOWN",
        "500, LINE_DOWN"
    })
    void te01_theStatusAloneTellsTheEnding(int status, Ending meant) {
        assertThat(SipEndings.ofPerson(status, OptionalInt.empty())).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "480, 18, NO_ANSWER",
        "480, 19, NO_ANSWER",
        "480, 20, SWITCHED_OFF",
        "480, 17, BUSY",
        "403, 21, REFUSED",
        "404, 1, WRONG_NUMBER",
        "410, 22, WRONG_NUMBER",
        "502, 27, SWITCHED_OFF",
        "480, 38, LINE_DOWN"
    })
    void te02_aCauseGoesBeforeTheStatus(int status, int cause, Ending meant) {
        assertThat(SipEndings.ofPerson(status, OptionalInt.of(cause))).isEqualTo(meant);
    }

    @Test
    void te02_aCauseThatSaysNothingLeavesItToTheStatus() {
        assertThat(SipEndings.ofPerson(486, OptionalInt.of(16))).isEqualTo(Ending.BUSY);
    }

    @Test
    void te03_whateverTheDeskAnswersNothingIsSaidAboutThePerson() {
        assertThat(IntStream.range(300, 700).mapToObj(SipEndings::ofDesk)).noneMatch(Ending::isMade);
        assertThat(SipEndings.ofDesk(486)).isEqualTo(Ending.DESK_UNANSWERED);
        assertThat(SipEndings.ofDesk(404)).isEqualTo(Ending.DESK_UNKNOWN);
    }
}
