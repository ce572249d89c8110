package org.lianxin.warning.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training, and whether it holds on what was left out of it. */
class ScamTrainingTest {

    private static ScamTraining training;

    @BeforeAll
    static void read() throws IOException {
        training = ScamTraining.of(Path.of("training/scam"));
    }

    private static Figures leftOut(Predicate<Example> out, Predicate<Example> measured) {
        List<Example> examples = training.all(measured);
        assertThat(examples).isNotEmpty();
        return Figures.of("left out", training.trainedOn(out.negate()), examples);
    }

    @Test
    void theModelThatShipsIsMadeOfTheTextsHere() throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/warning/classify/model.tsv"));

        assertThat(training.model()).isEqualTo(shipped).isEqualTo(training.model());
    }

    @Test
    void noTextKeptApartIsAmongThoseForTraining() {
        List<String> seen = training.seen().stream().map(Example::text).toList();

        assertThat(training.heldOut()).noneMatch(each -> seen.contains(each.text()));
    }

    @Test
    void holdsOnTheCorpusWithoutHavingSeenIt() {
        Figures figures = leftOut(ScamTraining::isCorpus, ScamTraining::isCorpus);

        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.falseAlarmRate()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void holdsOnOurTextsHavingSeenNothingButTheCorpus() {
        Figures figures = leftOut(
                each -> !ScamTraining.isCorpus(each), each -> each.source().startsWith("own"));

        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.falseAlarmRate()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void holdsOnASourceOfOursThatItHasNotSeen() {
        Predicate<Example> source = each -> each.source().startsWith("own-a");
        Figures figures = leftOut(source, source);

        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.falseAlarmRate()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void recognisesAKindOfFraudItHasNeverSeenAsSomeFraud() {
        for (ScamLabel label : List.of(ScamLabel.ORDER_BRUSHING, ScamLabel.ROMANCE, ScamLabel.FAKE_PROSECUTOR)) {
            Predicate<Example> kind = each -> each.label().equals(java.util.Optional.of(label));

            assertThat(leftOut(kind, kind).recall()).as(label.word()).isGreaterThanOrEqualTo(0.85);
        }
    }

    @Test
    void everyLabelIsATypeOfTheProductAndTheModelKnowsEveryConcept() throws IOException {
        assertThat(ScamLabel.values()).extracting(ScamLabel::type).doesNotHaveDuplicates();
        try (var model = ScamTraining.class.getResourceAsStream("/warning/classify/model.tsv")) {
            String text = new String(Objects.requireNonNull(model).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Lexicon.load().concepts())
                    .allSatisfy(concept -> assertThat(text).contains(concept.id() + "\t"));
        }
    }
}
