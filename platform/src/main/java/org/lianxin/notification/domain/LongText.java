package org.lianxin.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as short messages carry them: UCS-2, 140 bytes each, longer ones in parts that handsets put together (3GPP TS 23.040). */
public final class LongText {

    static final int SINGLE_UNITS = 70;
    private static final int PART_UNITS = 67;
    private static final int MOST_PARTS = 255;
    private static final byte[] HEADER = {5, 0, 3};

    private LongText() {}

    public static boolean isSingle(String text) {
        return text.length() <= SINGLE_UNITS;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    /** The parts with their user data headers; a character outside the basic plane is never torn apart. */
    public static List<byte[]> parts(String text, int reference) {
        List<String> pieces = pieces(text);
        if (pieces.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters does not fit 255 parts");
        }
        List<byte[]> parts = new ArrayList<>();
        for (String piece : pieces) {
            byte[] words = bytes(piece);
            byte[] part = new byte[HEADER.length + 3 + words.length];
            System.arraycopy(HEADER, 0, part, 0, HEADER.length);
            part[3] = (byte) reference;
            part[4] = (byte) pieces.size();
            part[5] = (byte) (parts.size() + 1);
            System.arraycopy(words, 0, part, 6, words.length);
            parts.add(part);
        }
        return parts;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + PART_UNITS, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
