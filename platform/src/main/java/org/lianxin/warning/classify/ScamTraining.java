package org.lianxin.warning.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes the model from the texts in a folder and measures it: on the files and sources kept apart, and with whole sources, kinds
 * and forms left out of training. The same texts give the same bytes.
 */
public final class ScamTraining {

    private static final double HOLD_CONCEPT = 5;
    private static final double HOLD_PHRASE = 8;
    /** Below this the honest answer is that it does not know. */
    private static final double THRESHOLD = 0.5;

    private static final String CORPUS = "teleantifraud";

    private final Lexicon lexicon = Lexicon.load();
    private final List<Example> seen;
    private final List<Example> heldOut;

    private ScamTraining(List<Example> seen, List<Example> heldOut) {
        this.seen = List.copyOf(seen);
        this.heldOut = List.copyOf(heldOut);
    }

    /** The texts in {@code folder/train} and {@code folder/held-out}. */
    public static ScamTraining of(Path folder) throws IOException {
        return new ScamTraining(
                Examples.inFolder(folder.resolve("train")), Examples.inFolder(folder.resolve("held-out")));
    }

    /** Writes {@code model.tsv} and {@code figures.md} into {@code folder}; returns the figures. */
    public String writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("model.tsv"), model());
        String figures = figures();
        Files.writeString(folder.resolve("figures.md"), figures);
        return figures;
    }

    /** The model as text. */
    String model() {
        return ModelFile.write(lexicon, train(example -> true));
    }

    private Model train(Predicate<Example> keep) {
        return new Trainer(lexicon, HOLD_CONCEPT, HOLD_PHRASE)
                .train(seen.stream().filter(keep).toList(), THRESHOLD);
    }

    /** A classifier trained on those of the texts for training that {@code keep} lets through. */
    ScamClassifier trainedOn(Predicate<Example> keep) {
        return new ScamClassifier(lexicon, train(keep));
    }

    List<Example> seen() {
        return seen;
    }

    List<Example> heldOut() {
        return heldOut;
    }

    /** Of all texts, wherever they lie, for models that have not seen them. */
    List<Example> all(Predicate<Example> wanted) {
        return Stream.concat(seen.stream(), heldOut.stream()).filter(wanted).toList();
    }

    static boolean isCorpus(Example example) {
        return example.source().startsWith(CORPUS);
    }

    private String figures() {
        ScamClassifier whole = trainedOn(example -> true);
        StringBuilder text = new StringBuilder(
                        "# Figures of the scam classifier\n\nWritten by `./lianxin warning train`. ")
                .append(seen.size())
                .append(" texts for training, ")
                .append(heldOut.size())
                .append(" kept apart.\n\n## Texts kept apart\n\n")
                .append(Figures.heading("source, form"));
        Figures.by(each -> each.source() + ", " + each.form(), whole, heldOut).forEach(each -> text.append(each.row()));
        text.append(Figures.of("all", whole, heldOut).row());
        text.append("\n## By scam type, texts kept apart\n\n").append(Figures.heading("type"));
        Figures.by(each -> each.label().map(ScamLabel::word).orElse(ScamLabel.NONE), whole, heldOut)
                .forEach(each -> text.append(each.row()));
        text.append("\n## Something left out of training, and measured on it\n\n")
                .append(Figures.heading("left out"));
        leftOut().forEach(each -> text.append(each.row()));
        return text.toString();
    }

    private List<Figures> leftOut() {
        List<Figures> figures = new ArrayList<>();
        figures.add(leaveOut(
                "everything but telephone calls of the corpus; measured: our own texts",
                each -> !isCorpus(each),
                each -> each.source().startsWith("own")));
        figures.add(leaveOut("the corpus", ScamTraining::isCorpus, ScamTraining::isCorpus));
        figures.add(leaveOut(
                "all but calls; measured: our messages",
                each -> !each.form().equals("call"),
                each -> each.form().equals("message")));
        for (String source : List.of("own-a", "own-b")) {
            Predicate<Example> from = each -> each.source().startsWith(source);
            figures.add(leaveOut("source " + source, from, from));
        }
        for (String kind : new TreeSet<>(
                all(ScamTraining::isCorpus).stream().map(Example::kind).toList())) {
            Predicate<Example> of = each -> isCorpus(each) && each.kind().equals(kind);
            figures.add(leaveOut("kind of the corpus " + kind, of, of));
        }
        for (ScamLabel label : ScamLabel.values()) {
            Predicate<Example> of = each -> each.label().filter(label::equals).isPresent();
            figures.add(leaveOut("type " + label.word(), of, of));
        }
        return figures;
    }

    private Figures leaveOut(String name, Predicate<Example> out, Predicate<Example> measured) {
        return Figures.of(name, trainedOn(out.negate()), all(measured));
    }
}
