package org.lianxin.warning.domain;

/** Text that PostgreSQL and UTF-8 can hold: NUL becomes its visible sign, half of a character pair the replacement sign. */
final class Plain {

    private Plain() {}

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean half = point >= 0xD800 && point <= 0xDFFF;
            plain.appendCodePoint(point == 0 ? 0x2400 : half ? 0xFFFD : point);
        });
        return plain.toString();
    }
}
