package org.lianxin.warning.classify;

import java.util.Optional;

/**
 * A text whose type is known.
 *
 * @param source where it comes from, for leaving out whole sources
 * @param kind what its source calls it, for leaving out whole kinds
 * @param form call, message, chat or description
 * @param label empty for ordinary text
 */
record Example(String source, String kind, String form, Optional<ScamLabel> label, String text) {

    boolean isFraud() {
        return label.isPresent();
    }
}
