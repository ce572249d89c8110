package org.lianxin.warning.file;

/**
 * Watches the bytes of a sheet for cells and rows no sheet has: {@code r="ZZZZZZ9"}. A reader that believed them would fill
 * its memory with the empty cells before.
 */
final class CellNames {

    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;
    private static final int NAME = 1;
    private static final int SIGN = 2;
    private static final int VALUE = 3;

    private int state;
    private int letters;
    private int digits;
    private byte before = ' ';

    /** Whether a cell beyond any sheet is named in these bytes, which follow those seen before. */
    boolean isBeyond(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (state == VALUE
                    && isQuote(bytes[i])
                    && (digits > MOST_DIGITS || (letters > MOST_LETTERS && digits > 0))) {
                return true;
            }
            step(bytes[i]);
            before = bytes[i];
        }
        return false;
    }

    private void step(byte next) {
        if (state == VALUE) {
            count(next);
        } else if (next == 'r' && isSpace(before)) {
            state = NAME;
        } else if (state == NAME && next == '=') {
            state = SIGN;
        } else if (state == SIGN && isQuote(next)) {
            state = VALUE;
            letters = 0;
            digits = 0;
        } else if (!isSpace(next)) {
            state = 0;
        }
    }

    private void count(byte next) {
        if (next >= 'A' && next <= 'Z' && digits == 0) {
            letters++;
        } else if (next >= '0' && next <= '9') {
            digits++;
        } else {
            state = 0;
        }
    }

    private static boolean isQuote(byte each) {
        return each == '"' || each == '\'';
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }
}
