package org.lianxin.warning.classify;

import java.util.List;
import java.util.Optional;

/**
 * What a text looks like. A suggestion, never a finding, and never about a person.
 *
 * @param label the scam type; empty for ordinary text and for text that the model does not know enough about
 * @param confidence how sure the model is of this answer, from 0 to 1
 * @param because up to five phrases, each as it stands in the text, the weightiest first; empty when there is no label
 */
public record Suggestion(Optional<ScamLabel> label, double confidence, List<String> because) {

    public Suggestion {
        because = List.copyOf(because);
    }

    /** The label's word, or {@link ScamLabel#NONE}. */
    public String word() {
        return label.map(ScamLabel::word).orElse(ScamLabel.NONE);
    }
}
