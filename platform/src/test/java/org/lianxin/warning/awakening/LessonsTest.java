package org.lianxin.warning.awakening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianxin.warning.domain.AwakeningPath;
import org.lianxin.warning.domain.ScamType;
import tools.jackson.databind.json.JsonMapper;

@Tag("fast")
class LessonsTest {

    private static final String SECRETS = "(?s).*(告诉我|报给我|发给我).{0,6}(密码|验证码|卡号|身份证号).*";
    private static final String BLAME = "(?s).*(怎么会信|这么糊涂|太贪|活该|您真傻|上当受骗活).*";

    private final Lessons lessons = new Lessons();

    @ParameterizedTest
    @EnumSource(ScamType.class)
    void everyScamTypeHasAHandbookAndItsQuestions(ScamType type) {
        Lesson lesson = lessons.get(type);

        assertThat(lesson.title()).isEqualTo(type.title());
        assertThat(lesson.version()).isPositive();
        assertThat(lesson.questions()).hasSizeGreaterThanOrEqualTo(type == ScamType.OTHER ? 10 : 5);
        assertThat(lesson.own()).containsOnlyKeys(AwakeningPath.values());
        assertThat(lesson.own().values())
                .allSatisfy(passages -> assertThat(passages)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(passage -> assertThat(passage.length()).isLessThanOrEqualTo(120)));
        assertThat(lesson.checks()).hasSizeBetween(3, 5).noneMatch(each -> each.matches("^[0-9].*"));
    }

    @ParameterizedTest
    @EnumSource(ScamType.class)
    void everyQuestionHasThreeDifferentAnswersOneRightOneAndSaysWhy(ScamType type) {
        Set<String> asked = new HashSet<>();
        for (Question question : lessons.get(type).questions()) {
            assertThat(question.options()).as(question.text()).hasSize(3).doesNotHaveDuplicates();
            assertThat(question.right()).isBetween(0, 2);
            assertThat(question.why()).isNotBlank();
            assertThat(question.text()).matches(".*\\p{IsHan}.*[？?]$");
            assertThat(asked.add(question.text()))
                    .as("asked twice: " + question.text())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ScamType.class)
    void nothingAsksForASecretOrBlames(ScamType type) {
        assertThat(Lessons.markdown(type)).doesNotMatch(SECRETS).doesNotMatch(BLAME);
    }

    @Test
    void whatIsNotWholeIsRefusedWithItsName() {
        String whole = Lessons.markdown(ScamType.FAKE_LOAN);
        assertThatThrownBy(() -> LessonText.read(whole.replaceFirst("- \\[x\\]", "- [ ]")))
                .hasMessageContaining("0 right");
        assertThatThrownBy(() -> LessonText.read(whole.replaceFirst("- \\[ \\]", "- [x]")))
                .hasMessageContaining("2 right");
        assertThatThrownBy(() -> LessonText.read(whole.replaceFirst("(?m)^> .*$", "")))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> LessonText.read(whole.replace("## 深信不疑", "## 深信")))
                .hasMessageContaining("lacks ## 深信不疑");
        assertThatThrownBy(() -> LessonText.read(whole.replace("版本 1", ""))).hasMessageContaining("version");
    }

    @Test
    void aw06_theSameSeedDrawsTheSamePaperAndAnotherSeedAnother() {
        Paper paper = Paper.draw(lessons, ScamType.ROMANCE, 46);

        assertThat(Paper.draw(lessons, ScamType.ROMANCE, 46)).isEqualTo(paper);
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed ->
                                Paper.draw(lessons, ScamType.ROMANCE, seed).questions())
                        .distinct())
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(ScamType.class)
    void aw06_aPaperHasThreeQuestionsOfTheTypeAndTwoGeneralOnesAllDifferent(ScamType type) {
        List<String> own =
                lessons.get(type).questions().stream().map(Question::text).toList();
        for (long seed = 0; seed < 30; seed++) {
            List<Question> drawn = Paper.draw(lessons, type, seed).questions();
            assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
            long ofType =
                    drawn.stream().filter(each -> own.contains(each.text())).count();
            assertThat(ofType).isEqualTo(type == ScamType.OTHER ? 5 : 3);
        }
    }

    @Test
    void aw06_theRightAnswerStaysRightWhereverItStands() {
        Set<Integer> places = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            for (Question drawn : Paper.draw(lessons, ScamType.OTHER, seed).questions()) {
                Question known = lessons.general().questions().stream()
                        .filter(each -> each.text().equals(drawn.text()))
                        .findFirst()
                        .orElseThrow();
                assertThat(drawn.options().get(drawn.right()))
                        .isEqualTo(known.options().get(known.right()));
                places.add(drawn.right());
            }
        }
        assertThat(places).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void aPaperIsKeptAsItWasDrawn() {
        JsonMapper json = JsonMapper.builder().build();
        Paper paper = Paper.draw(lessons, ScamType.GAME_TRADE, -7);
        assertThat(json.readValue(json.writeValueAsString(paper), Paper.class)).isEqualTo(paper);
    }
}
