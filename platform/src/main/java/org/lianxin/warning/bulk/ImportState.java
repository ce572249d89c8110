package org.lianxin.warning.bulk;

import java.util.Arrays;
import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** The dry run reads the whole file; nothing is written. */
    READING,
    DRY_RUN_DONE,
    WRITING,
    DONE,
    /** The file cannot be read; the problem says why. */
    FAILED,
    UNDOING,
    UNDONE,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ImportState of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
