package org.lianxin.shared;

/** Small fixes to text as people and spreadsheets write it. */
public final class Texts {

    private Texts() {}

    /** Full-width letters, digits and signs (U+FF01..FF5E) and the ideographic space become their ASCII counterparts. */
    public static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.append((char) (c - 0xFEE0));
            } else {
                plain.append(c == '\u3000' ? ' ' : c);
            }
        }
        return plain.toString();
    }
}
