package org.lianxin.organisation.domain;

import java.util.List;

/** Division codes as they are compared: without the zeros that only pad them. */
public final class DivisionCode {

    private static final List<Integer> LENGTHS = List.of(12, 9, 6, 4, 2);

    private DivisionCode() {}

    public static boolean isOne(String text) {
        return LENGTHS.contains(text.length()) && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code 150500} becomes {@code 1505}, {@code 150581004000} becomes {@code 150581004}. */
    public static String significant(String code) {
        String text = code;
        if (text.length() == 12 && text.endsWith("000")) {
            text = text.substring(0, 9);
        }
        if (text.length() == 9 && text.endsWith("000")) {
            text = text.substring(0, 6);
        }
        if (text.length() == 6 && text.endsWith("00")) {
            text = text.substring(0, 4);
        }
        return text.length() == 4 && text.endsWith("00") ? text.substring(0, 2) : text;
    }

    /** The code and those of the divisions around it, from the smallest. */
    public static List<String> outwards(String code) {
        String significant = significant(code);
        return LENGTHS.stream()
                .filter(length -> length <= significant.length())
                .map(length -> significant.substring(0, length))
                .toList();
    }
}
