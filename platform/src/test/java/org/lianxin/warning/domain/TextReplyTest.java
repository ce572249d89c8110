package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReplyTest {

    @ParameterizedTest
    @ValueSource(strings = {"741082", " 741 082 ", "核验741082", "核验码：７４１０８２。", "hy 741-082"})
    void wa35_aCodeIsReadAsPeopleWriteIt(String text) {
        assertThat(TextReply.read(text)).isInstanceOfSatisfying(TextReply.Code.class, code -> {
            assertThat(code.digits().replaceAll("[^0-9]", "")).isEqualTo("741082");
            assertThat(code.lastFour()).isNull();
        });
    }

    @Test
    void wa35_theLastFourOfAnotherNumberMayFollow() {
        assertThat(TextReply.read("核验 741082 4417")).isEqualTo(new TextReply.Code("741082", "4417"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"核验", "核实？", "HY"})
    void wa35_whoOnlyWishesToCheckIsToldHow(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.AskHow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TD", "退订", "【自动回复】我在开会，稍后联系", "Auto-Reply: away"})
    void wa28_aMachineAndWhoWantsNoMoreHaveNotAnswered(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.NoAnswer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"知道了，没有转账", "我转了30000怎么办", "7410823"})
    void wa28_whateverElseAPersonWritesIsAnAnswer(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.Words());
    }
}
