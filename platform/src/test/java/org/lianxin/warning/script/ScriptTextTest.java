package org.lianxin.warning.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.script.ScriptText.Reading;

@Tag("fast")
class ScriptTextTest {

    private static final String WHOLE = ShippedScripts.markdown(ScamType.FAKE_PROSECUTOR);

    @ParameterizedTest
    @EnumSource(ScamType.class)
    void sc01_everyScamTypeComesWithAWholeScript(ScamType type) {
        Reading reading = ScriptText.read(ShippedScripts.markdown(type));

        assertThat(reading).isInstanceOf(Reading.Whole.class);
        Script script = ((Reading.Whole) reading).script();
        assertThat(script.title()).isEqualTo(type.title());
        assertThat(script.branches()).containsOnlyKeys(Belief.values());
        assertThat(script.answers()).hasSize(4);
        assertThat(script.questions()).hasSize(8);
        assertThat(script.answers().getFirst().answer()).contains("{核验码}", "{核验网页}");
    }

    @Test
    void sc01_everyPartThatIsMissingIsNamed() {
        for (String heading : ScriptText.headings()) {
            String without = WHOLE.replaceFirst("(?ms)^## " + heading + "$.*?(?=^## |\\z)", "");
            assertThat(flaws(without)).as(heading).containsExactly(Flaw.of(0, "missing", heading));
        }
    }

    @Test
    void aFlawIsToldWithTheLineItStandsIn() {
        String text = WHOLE.replace("## 挂断了", "## 挂断啦");
        int line = 1 + List.of(text.split("\n", -1)).indexOf("## 挂断啦");

        assertThat(flaws(text))
                .extracting(Flaw::line, Flaw::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "missing"),
                        org.assertj.core.groups.Tuple.tuple(line, "unknown-heading"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sc01 seven questions are not eight | 8. 您说要去派出所当面讲，他是不是不让？ |  | count",
                "sc02 no proof for who asks for it | 打开{核验网页}，填您手机号后四位和{核验码}，十秒知道这个电话真不真；也可以挂了 | 您 | no-proof",
                "sc03 asks for a code | 好，您现在最要紧的是先断开他们： | 请把验证码告诉我。 | asks-for-secret",
                "sc03 asks for a card number | 好，您现在最要紧的是先断开他们： | 您念给我听一下卡号，报给我您的卡号。 | asks-for-secret",
                "sc04 blames | 好，您现在最要紧的是先断开他们： | 您怎么会信呢？ | blames",
                "sc05 an unknown placeholder | 我是{单位}的{劝阻员} | 我是{部门}的{劝阻员} | unknown-value",
                "sc01 twice | ## 八问 | ## 请这样说话 | twice"
            })
    void whatMayNotBeSaidOrIsNotWholeIsFound(String name, String was, @Nullable String is, String code) {
        assertThat(flaws(WHOLE)).isEmpty();
        assertThat(WHOLE).contains(was);
        String text = WHOLE.replace(was, is == null ? "" : is);
        assertThat(flaws(text)).as(name).extracting(Flaw::code).contains(code);
    }

    @Test
    void sc05_aPassageThatNobodyCanSayInOneBreathIsFound() {
        String text = WHOLE.replace("## 挂断了\n", "## 挂断了\n" + "慢慢说".repeat(60) + "\n\n");

        assertThat(flaws(text)).extracting(Flaw::code).containsExactly("too-long");
    }

    @Test
    void sc01_oneBranchOfASinglePassageIsNotEnough() {
        String text = WHOLE.replaceFirst("(?ms)^## 相信$.*?(?=^## )", "## 相信\n只有一句。\n\n");

        assertThat(flaws(text)).extracting(Flaw::code).containsExactly("count");
    }

    @Test
    void emptyTextLacksEverythingAndBreaksNothing() {
        assertThat(flaws(""))
                .extracting(Flaw::code)
                .contains("no-title", "missing")
                .hasSize(13);
        assertThat(flaws("### \n## \n# \n-\n1.")).isNotEmpty();
    }

    private static List<Flaw> flaws(String text) {
        return switch (ScriptText.read(text)) {
            case Reading.Whole ignored -> List.of();
            case Reading.Flawed(List<Flaw> flaws) -> flaws;
        };
    }
}
