package org.lianxin.place.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lianxin.place.Places;
import org.lianxin.shared.Refused;

class PlaceControllerTest {

    private final PlaceController controller = new PlaceController(Places.load());

    @Test
    void resolvesATextWithLevelAndReason() {
        ResolutionView answer = controller.resolve("哲里木盟");
        assertThat(answer.ambiguous()).isFalse();
        assertThat(answer.candidates().getFirst().code()).isEqualTo("150500");
        assertThat(answer.candidates().getFirst().why()).contains("1999").contains("哲里木盟");
    }

    @Test
    void showsADivisionWithItsFormerNames() {
        DivisionView city = controller.division("150500");
        assertThat(city.parent()).isEqualTo("150000");
        assertThat(city.formerNames()).extracting(DivisionView.FormerName::name).contains("哲里木盟");
    }

    @Test
    void listsProvincesAndChildrenWithoutNominalLevels() {
        assertThat(controller.divisions(null).items()).hasSize(34);
        assertThat(controller.divisions("110000").items())
                .extracting(DivisionView::name)
                .contains("东城区")
                .doesNotContain("市辖区");
        assertThat(controller.divisions("441900").items())
                .extracting(DivisionView::name)
                .contains("东城街道");
    }

    @Test
    void findsByTheBeginningOfTheNameOrItsInitials() {
        assertThat(controller.search("霍林").items())
                .extracting(DivisionView::code)
                .contains("150581");
        assertThat(controller.search("hlgl").items())
                .extracting(DivisionView::code)
                .contains("150581");
        assertThat(controller.search("tongl").items())
                .extracting(DivisionView::code)
                .contains("150500");
    }

    @Test
    void answersUnknownCodesLikeWhatIsNotThere() {
        assertThatThrownBy(() -> controller.division("999999")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> controller.divisions("x")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> controller.resolve("长".repeat(2_001))).isInstanceOf(Refused.class);
    }
}
