package org.lianxin.analytics.imports;

/** Checks of account numbers. */
final class AccountText {
    private AccountText() {}

    /** 6.22202E+18: the digits are gone, and whoever keeps such a number joins strangers. */
    static boolean isDamaged(Texts text) {
        byte[] bytes = text.bytes();
        boolean point = false;
        int i = text.start();
        for (; i < text.end() && (bytes[i] == '.' || (bytes[i] >= '0' && bytes[i] <= '9')); i++) {
            point |= bytes[i] == '.';
        }
        return point && i + 2 < text.end() && (bytes[i] | 0x20) == 'e' && bytes[i + 1] == '+';
    }
}
