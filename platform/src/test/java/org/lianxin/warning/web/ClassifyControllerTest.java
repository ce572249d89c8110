package org.lianxin.warning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianxin.shared.Refused;

class ClassifyControllerTest {

    private final ClassifyController controller = new ClassifyController();

    private Map<String, Object> ask(String text) {
        return controller.classify(new ClassifyController.Question(text));
    }

    @Test
    void suggestsATypeWithTheWordsThatSpeakForIt() {
        Map<String, Object> answer = ask("我是市公安局的，你涉嫌洗钱，把钱转到安全账户，不要告诉任何人");

        assertThat(answer).containsEntry("suggestion", true).containsEntry("type", "fake-prosecutor");
        assertThat(answer.get("because").toString()).contains("安全账户");
    }

    @Test
    void suggestsNothingForTheOrdinary() {
        assertThat(ask("妈，今晚加班，不用等我吃饭")).containsEntry("type", "none").doesNotContainKey("typeName");
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> ask(" ")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ask("转".repeat(ClassifyController.LONGEST + 1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theQuestionDoesNotShowItsTextInALog() {
        assertThat(new ClassifyController.Question("我的秘密")).hasToString("Question");
    }
}
