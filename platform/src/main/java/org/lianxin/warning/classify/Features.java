package org.lianxin.warning.classify;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The features of a stretch, all of them present or not: each concept, each phrase (how far it departs from its concept), how many
 * different sides of a fraud are seen together, advice given more than once, and a concept that stands alone.
 */
final class Features {

    /** From two sides together up to six. */
    private static final int BREADTHS = 5;

    private static final int MUCH_ADVICE = 3;
    private final Lexicon lexicon;
    private final BitSet present = new BitSet();
    private final Set<String> sides = new HashSet<>();
    private final BitSet concepts = new BitSet();
    private int advice;

    Features(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    static int count(Lexicon lexicon) {
        return lexicon.concepts().size() + lexicon.phrases().size() + BREADTHS + 2;
    }

    /** What training starts from and is held near to. */
    static double prior(Lexicon lexicon, int feature) {
        int concepts = lexicon.concepts().size();
        if (feature < concepts) {
            return lexicon.concepts().get(feature).prior();
        }
        int rest = feature - concepts - lexicon.phrases().size();
        return rest < 0 ? 0 : rest < BREADTHS ? 0.4 : -1.0;
    }

    static boolean isPhrase(Lexicon lexicon, int feature) {
        int concepts = lexicon.concepts().size();
        return feature >= concepts && feature < concepts + lexicon.phrases().size();
    }

    static String name(Lexicon lexicon, int feature) {
        int concepts = lexicon.concepts().size();
        if (feature < concepts) {
            return lexicon.concepts().get(feature).id();
        }
        if (isPhrase(lexicon, feature)) {
            int phrase = feature - concepts;
            return lexicon.concepts().get(lexicon.conceptOf(phrase)).id() + ":"
                    + lexicon.phrases().get(phrase).written();
        }
        int rest = feature - concepts - lexicon.phrases().size();
        return rest < BREADTHS ? "sides>=" + (rest + 2) : rest == BREADTHS ? "advice>=" + MUCH_ADVICE : "concepts=1";
    }

    void add(PhraseFinder.Hit hit) {
        int concept = lexicon.conceptOf(hit.phrase());
        present.set(concept);
        present.set(lexicon.concepts().size() + hit.phrase());
        if (!lexicon.concepts().get(concept).isCalm()) {
            sides.add(lexicon.concepts().get(concept).group());
            concepts.set(concept);
        }
        if (lexicon.isAdvice(hit.phrase())) {
            advice++;
        }
    }

    int[] present() {
        int rest = lexicon.concepts().size() + lexicon.phrases().size();
        for (int i = 0; i < BREADTHS; i++) {
            present.set(rest + i, sides.size() >= i + 2);
        }
        present.set(rest + BREADTHS, advice >= MUCH_ADVICE);
        present.set(rest + BREADTHS + 1, concepts.cardinality() == 1);
        return present.stream().toArray();
    }
}
