package org.lianxin.warning.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Suggests the scam type of a text: a call's transcript, a chat, a message or a description. Keeps nothing of what it reads; safe
 * for use by many threads.
 */
public final class ScamClassifier {

    private static final int MOST_REASONS = 5;

    private final Lexicon lexicon;
    private final Model model;

    ScamClassifier(Lexicon lexicon, Model model) {
        this.lexicon = lexicon;
        this.model = model;
    }

    /** The classifier with the model that the product carries. */
    public static ScamClassifier load() {
        Lexicon lexicon = Lexicon.load();
        return new ScamClassifier(lexicon, ModelFile.load(lexicon));
    }

    /** What {@code text} looks like. */
    public Suggestion classify(String text) {
        PlainText plain = PlainText.of(text);
        Window worst = Window.of(plain, lexicon).stream()
                .max(Comparator.comparingDouble(model::fraud))
                .orElseThrow();
        double fraud = model.fraud(worst);
        if (fraud < model.threshold()) {
            return new Suggestion(Optional.empty(), 1 - fraud, List.of());
        }
        double[] types = model.types(worst.features());
        int best = Model.highest(types);
        return new Suggestion(Optional.of(ScamLabel.ALL.get(best)), fraud * types[best], because(plain, worst, best));
    }

    private record Reason(PhraseFinder.Hit hit, double weight) {}

    private List<String> because(PlainText text, Window window, int label) {
        List<Reason> reasons = window.hits().stream()
                .map(hit -> new Reason(hit, weight(hit, label)))
                .filter(reason -> reason.weight() > 0)
                .sorted(Comparator.comparingDouble(Reason::weight)
                        .reversed()
                        .thenComparingInt(reason -> reason.hit().from()))
                .toList();
        List<PhraseFinder.Hit> chosen = new ArrayList<>();
        for (Reason reason : reasons) {
            PhraseFinder.Hit hit = reason.hit();
            boolean covered = chosen.stream().anyMatch(each -> each.from() < hit.to() && hit.from() < each.to());
            if (!covered && chosen.size() < MOST_REASONS) {
                chosen.add(hit);
            }
        }
        return chosen.stream()
                .map(hit -> text.words(hit.from(), hit.to()))
                .distinct()
                .toList();
    }

    private double weight(PhraseFinder.Hit hit, int label) {
        int concept = lexicon.conceptOf(hit.phrase());
        if (lexicon.concepts().get(concept).isCalm()) {
            return 0;
        }
        int phrase = lexicon.concepts().size() + hit.phrase();
        double speaksForType = Math.max(0, model.type()[label][concept] + model.type()[label][phrase]);
        return model.fraud()[concept] + model.fraud()[phrase] + speaksForType / 2;
    }
}
