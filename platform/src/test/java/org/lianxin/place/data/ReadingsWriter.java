package org.lianxin.place.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The readings of each character without tones, the standard ones first and these by use: one line {@code 重 zhong,chong}. */
final class ReadingsWriter {

    private static final int MOST = 3;

    private ReadingsWriter() {}

    static String write(Path folder) throws IOException {
        Map<Integer, Set<String>> standard = new TreeMap<>();
        read(folder.resolve("kTGHZ2013.txt"), standard);
        Map<Integer, Set<String>> readings = new TreeMap<>();
        read(folder.resolve("pinyin.txt"), readings);
        readings.replaceAll((point, sounds) -> standardFirst(sounds, standard.getOrDefault(point, Set.of())));
        StringBuilder out = new StringBuilder();
        readings.forEach((point, sounds) -> out.appendCodePoint(point)
                .append(' ')
                .append(String.join(",", sounds.stream().limit(MOST).toList()))
                .append('\n'));
        return out.toString();
    }

    private static Set<String> standardFirst(Set<String> byUse, Set<String> standard) {
        Set<String> ordered = new LinkedHashSet<>(byUse);
        ordered.retainAll(standard);
        ordered.addAll(standard);
        ordered.addAll(byUse);
        return ordered;
    }

    private static void read(Path file, Map<Integer, Set<String>> readings) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("U+")) {
                continue;
            }
            int point = Integer.parseInt(line, 2, line.indexOf(':'), 16);
            String sounds = line.substring(line.indexOf(':') + 1).replaceFirst("#.*", "");
            for (String sound : sounds.split(",", -1)) {
                readings.computeIfAbsent(point, any -> new LinkedHashSet<>()).add(withoutTone(sound.strip()));
            }
        }
    }

    static String withoutTone(String sound) {
        String apart = Normalizer.normalize(sound, Normalizer.Form.NFD).replace("u\u0308", "v");
        return apart.replaceAll("[^a-z]", "");
    }
}
