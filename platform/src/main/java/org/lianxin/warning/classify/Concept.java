package org.lianxin.warning.classify;

import java.util.List;

/** One idea of a fraud's mechanics, or of the ordinary, with what it says before any training and the phrases it is told by. */
record Concept(String id, String group, double prior, List<ScamLabel> labels, List<Phrase> phrases) {

    static final String CALM = "calm";
    /** A sentence with this concept speaks about fraud in order to warn: what else stands in it does not count. */
    static final String ADVICE = "advice";

    Concept {
        labels = List.copyOf(labels);
        phrases = List.copyOf(phrases);
    }

    boolean isCalm() {
        return group.equals(CALM);
    }
}
