package org.lianxin.warning.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** 王小兰 → wxl, as people type names in a hurry. Characters outside the standard list are passed over. */
public final class PinyinInitials {

    private static final Map<Integer, Character> LETTERS = load();

    /** Readings that differ when the character is a family name. */
    private static final Map<Integer, Character> FAMILY = Map.of(
            (int) '单', 's', (int) '仇', 'q', (int) '解', 'x', (int) '查', 'z', (int) '曾', 'z', (int) '朴', 'p', (int) '区',
            'o', (int) '乐', 'y', (int) '种', 'c', (int) '盖', 'g');

    private PinyinInitials() {}

    /** The letters of the first eight characters. */
    public static String of(String name) {
        StringBuilder letters = new StringBuilder(8);
        int[] points = name.codePoints().limit(8).toArray();
        for (int i = 0; i < points.length; i++) {
            Character letter = i == 0 ? FAMILY.get(points[i]) : null;
            if (letter == null) {
                letter = LETTERS.get(points[i]);
            }
            if (letter != null) {
                letters.append(letter.charValue());
            }
        }
        return letters.toString();
    }

    private static Map<Integer, Character> load() {
        try (InputStream file = PinyinInitials.class.getResourceAsStream("/warning/pinyin-initials.txt")) {
            if (file == null) {
                throw new IllegalStateException("warning/pinyin-initials.txt is missing from the program");
            }
            Map<Integer, Character> letters = HashMap.newHashMap(9_000);
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> line.substring(2).codePoints().forEach(c -> letters.put(c, line.charAt(0))));
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
