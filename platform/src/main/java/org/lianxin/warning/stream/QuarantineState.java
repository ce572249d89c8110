package org.lianxin.warning.stream;

import java.util.Arrays;
import java.util.Optional;

/** What became of a record in quarantine. */
public enum QuarantineState {
    WAITING("waiting"),
    TAKEN("taken"),
    SET_ASIDE("set-aside");

    private final String word;

    QuarantineState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<QuarantineState> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
