package org.lianxin.place.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** How characters sound: up to three syllables each, without tones, the usual one first. */
public final class Readings {

    /** The most readings that are kept of a character. */
    public static final int MOST = 3;

    private static final int BITS = 10;
    private static final int MASK = (1 << BITS) - 1;

    private final int[] packed = new int[0x10000];
    private final Map<Integer, Integer> packedBeyond = new HashMap<>();
    private final List<String> syllables = new ArrayList<>();
    private final Map<String, Integer> syllableIds = new HashMap<>();
    private final int[] folded = new int[MASK + 1];

    /** Reads {@code place/readings.txt.gz}. */
    static Readings load() {
        try (InputStream in = Readings.class.getResourceAsStream("/place/readings.txt.gz")) {
            if (in == null) {
                throw new IllegalStateException("place/readings.txt.gz is missing. Maybe the build left out resources");
            }
            Readings readings = new Readings();
            new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(readings::add);
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException("place/readings.txt.gz cannot be read", e);
        }
    }

    private Readings() {
        syllables.add("");
    }

    private void add(String line) {
        int point = line.codePointAt(0);
        int pack = 0;
        int shift = 0;
        for (String sound : line.substring(Character.charCount(point) + 1).split(",", MOST)) {
            pack |= syllable(sound) << shift;
            shift += BITS;
        }
        if (point < packed.length) {
            packed[point] = pack;
        } else {
            packedBeyond.put(point, pack);
        }
    }

    private int syllable(String sound) {
        Integer known = syllableIds.get(sound);
        if (known != null) {
            return known;
        }
        int id = syllables.size();
        syllables.add(sound);
        syllableIds.put(sound, id);
        String plain = fold(sound);
        folded[id] = plain.equals(sound) ? id : syllable(plain);
        return id;
    }

    /** A syllable as dialects that merge zh/z, ch/c, sh/s, n/l, r/l, hu/f, ang/an, eng/en, ing/in hear it. */
    static String fold(String sound) {
        String front =
                sound.replaceFirst("^([zcs])h", "$1").replaceFirst("^[nr]", "l").replaceFirst("^hu", "f");
        return front.replaceFirst("([aei])ng$", "$1n");
    }

    /** The syllable of the reading with this number, 0 when the character has no such reading. */
    public int syllable(int point, int number) {
        return (pack(point) >>> (number * BITS)) & MASK;
    }

    public int folded(int syllable) {
        return folded[syllable];
    }

    /** The letters of a syllable. */
    public String letters(int syllable) {
        return syllables.get(syllable);
    }

    /** Whether the two share a reading. */
    public boolean sounds(int point, int other) {
        return share(point, other, false);
    }

    /** Whether a dialect may take the one for the other. */
    public boolean soundsNear(int point, int other) {
        return share(point, other, true);
    }

    private boolean share(int point, int other, boolean near) {
        int theirs = pack(other);
        for (int mine = pack(point); mine != 0; mine >>>= BITS) {
            int one = mine & MASK;
            for (int rest = theirs; rest != 0; rest >>>= BITS) {
                int two = rest & MASK;
                if (near ? folded[one] == folded[two] : one == two) {
                    return true;
                }
            }
        }
        return false;
    }

    private int pack(int point) {
        return point < packed.length ? packed[point] : packedBeyond.getOrDefault(point, 0);
    }
}
