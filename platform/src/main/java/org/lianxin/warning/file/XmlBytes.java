package org.lianxin.warning.file;

/** Finds and replaces what no XML may hold, though programs write it: control characters, U+FFFE, U+FFFF. */
final class XmlBytes {

    private static final int HIGHEST_CONTROL = 0x1F;
    private static final int FIRST = 0xEF;
    private static final int SECOND = 0xBF;

    /** With the two bytes above, U+FFFD: the sign for a character that cannot be shown. */
    private static final byte REPLACEMENT = (byte) 0xBD;

    private int before;
    private int beforeThat;
    private boolean replaced;

    /** Replaces in these bytes of UTF-8, which follow those seen before; lengths stay. */
    void mend(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int each = bytes[i] & 0xFF;
            if (each <= HIGHEST_CONTROL && each != '\t' && each != '\n' && each != '\r') {
                bytes[i] = ' ';
                replaced = true;
            } else if (each >= 0xBE && before == SECOND && beforeThat == FIRST) {
                bytes[i] = REPLACEMENT;
                replaced = true;
            }
            beforeThat = before;
            before = each;
        }
    }

    boolean hasReplaced() {
        return replaced;
    }
}
