package org.lianxin.place.gazetteer;

import java.util.Arrays;

/** Names and texts as code points without what does not tell places apart: spaces, punctuation, width, letter case. */
public final class Points {

    private Points() {}

    /** The code point as it counts for comparing, or -1 when it does not count. */
    public static int plain(int point) {
        int narrow = point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point;
        if (narrow < 0x80) {
            boolean counts = (narrow >= '0' && narrow <= '9') || Character.isAlphabetic(narrow);
            return counts ? Character.toLowerCase(narrow) : -1;
        }
        int type = Character.getType(narrow);
        boolean counts = Character.isLetterOrDigit(narrow)
                || type == Character.LETTER_NUMBER
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
        return counts ? narrow : -1;
    }

    /** All code points of the text that count. */
    public static int[] plain(String text) {
        int[] points = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int plain = plain(point);
            if (plain >= 0) {
                points[length++] = plain;
            }
        }
        return Arrays.copyOf(points, length);
    }

    /** The text of a range of code points. */
    public static String text(int[] points, int from, int to) {
        return new String(points, from, to - from);
    }
}
