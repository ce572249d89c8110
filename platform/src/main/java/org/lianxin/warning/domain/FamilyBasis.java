package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why family may be told that somebody of theirs is sought (TK-03). */
public enum FamilyBasis {
    /** The person agreed to it; how that is known is written down. PIPL art. 13 (1). */
    CONSENT,
    /** Money is about to go and the person cannot be asked. PIPL art. 13 (4). */
    DANGER,
    /** A duty laid down by law, which is named. PIPL art. 13 (3). */
    DUTY;

    /** As in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether words must say what it rests on; danger is seen from the warning itself. */
    public boolean needsWords() {
        return this != DANGER;
    }

    public static Optional<FamilyBasis> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
