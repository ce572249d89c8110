package org.lianxin.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * A resident identity number of 18 characters with a correct check character (GB 11643-1999). Its {@code toString} is
 * masked; {@link #value()} gives the whole number.
 */
public record NationalId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public NationalId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a national id: " + Masks.nationalId(value));
        }
    }

    /** The id written in {@code text}, full-width digits and a small x accepted; empty when it is none. */
    public static Optional<NationalId> find(String text) {
        String plain = Texts.halfWidth(text).strip().toUpperCase(Locale.ROOT);
        return isValid(plain) ? Optional.of(new NationalId(plain)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (text.length() != 18 || !text.substring(0, 17).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == text.charAt(17);
    }

    @Override
    public String toString() {
        return Masks.nationalId(value);
    }
}
