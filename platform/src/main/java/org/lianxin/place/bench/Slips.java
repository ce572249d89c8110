package org.lianxin.place.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lianxin.place.gazetteer.Readings;

/** Writes a name with one character taken for another, as a tired hand or another dialect does. */
final class Slips {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;

    private final Readings readings;
    private final Map<Integer, List<Integer>> bySyllable = new HashMap<>();
    private final Map<Integer, List<Integer>> byFolded = new HashMap<>();

    Slips(Readings readings) {
        this.readings = readings;
        for (int point = FIRST; point <= LAST; point++) {
            int syllable = readings.syllable(point, 0);
            if (syllable != 0) {
                bySyllable.computeIfAbsent(syllable, any -> new ArrayList<>()).add(point);
                byFolded.computeIfAbsent(readings.folded(syllable), any -> new ArrayList<>())
                        .add(point);
            }
        }
    }

    /** One character replaced by another of the same sound; the name unchanged when it has none. */
    String homophone(String name, Random random) {
        return replaceOne(name, random, point -> bySyllable.getOrDefault(readings.syllable(point, 0), List.of()));
    }

    /** One character replaced by one that sounds like it only in dialect; the name unchanged when none does. */
    String dialect(String name, Random random) {
        return replaceOne(name, random, point -> {
            int own = readings.syllable(point, 0);
            return byFolded.getOrDefault(readings.folded(own), List.of()).stream()
                    .filter(other -> readings.syllable(other, 0) != own)
                    .toList();
        });
    }

    /** One character left out of a name of three or more. */
    static String dropped(String name, Random random) {
        int[] points = name.codePoints().toArray();
        if (points.length < 3) {
            return name;
        }
        int left = random.nextInt(points.length);
        return new String(points, 0, left) + new String(points, left + 1, points.length - left - 1);
    }

    private interface Others {
        List<Integer> of(int point);
    }

    private static String replaceOne(String name, Random random, Others others) {
        int[] points = name.codePoints().toArray();
        int first = random.nextInt(points.length);
        for (int i = 0; i < points.length; i++) {
            int at = (first + i) % points.length;
            int before = points[at];
            List<Integer> choice =
                    others.of(before).stream().filter(point -> point != before).toList();
            if (!choice.isEmpty()) {
                points[at] = choice.get(random.nextInt(choice.size()));
                return new String(points, 0, points.length);
            }
        }
        return name;
    }
}
