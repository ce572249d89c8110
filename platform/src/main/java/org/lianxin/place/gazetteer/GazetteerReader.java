package org.lianxin.place.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads {@code place/divisions.bin.gz}: the characters and tails in use, then per level the columns number of children
 * per parent, steps of the code, tails, lengths, characters, and the names that are written otherwise than they
 * compare.
 */
final class GazetteerReader {

    static final int MAGIC = 0x4C585031;
    static final int LEVELS = 5;
    private static final int[] CODE_SPANS = {100, 100, 100, 1000, 1000};

    final int[] levelStarts = new int[LEVELS + 1];
    final long[] codes;
    final int[] parents;
    final int[] firstChildren;
    final int[] baseOf;
    final short[] tailOf;
    final Bases bases;
    int basesAboveVillages;
    final Tails tails = new Tails();
    final Map<Integer, String> writtenNames = new HashMap<>();

    private final byte[] bytes;
    private int at;
    private final int[] characters;

    static Gazetteer load() {
        try (InputStream in = GazetteerReader.class.getResourceAsStream("/place/divisions.bin.gz")) {
            if (in == null) {
                throw new IllegalStateException(
                        "place/divisions.bin.gz is missing. Maybe the build left out resources");
            }
            return new Gazetteer(new GazetteerReader(new GZIPInputStream(in, 1 << 16).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("place/divisions.bin.gz cannot be read", e);
        }
    }

    private GazetteerReader(byte[] bytes) {
        this.bytes = bytes;
        if (number() != MAGIC) {
            throw new IllegalStateException("place/divisions.bin.gz is of another version");
        }
        characters = new int[number()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = number();
        }
        int tailCount = number();
        for (int i = 0; i < tailCount; i++) {
            tails.intern(text());
        }
        for (int level = 0; level < LEVELS; level++) {
            levelStarts[level + 1] = levelStarts[level] + number();
        }
        int size = levelStarts[LEVELS];
        codes = new long[size];
        parents = new int[size];
        firstChildren = new int[levelStarts[LEVELS - 1] + 1];
        baseOf = new int[size];
        tailOf = new short[size];
        bases = new Bases(size / 2);
        for (int level = 0; level < LEVELS; level++) {
            readTree(level);
            readNames(level);
            basesAboveVillages = level < LEVELS - 1 ? bases.size() : basesAboveVillages;
        }
    }

    private void readTree(int level) {
        int node = levelStarts[level];
        if (level == 0) {
            Arrays.fill(parents, 0, levelStarts[1], -1);
            readCodes(node, levelStarts[1], 0, 0);
            return;
        }
        for (int parent = levelStarts[level - 1]; parent < levelStarts[level]; parent++) {
            firstChildren[parent] = node;
            node += number();
        }
        firstChildren[levelStarts[level]] = node;
        for (int parent = levelStarts[level - 1]; parent < levelStarts[level]; parent++) {
            int end = parent + 1 < levelStarts[level] ? firstChildren[parent + 1] : levelStarts[level + 1];
            Arrays.fill(parents, firstChildren[parent], end, parent);
            readCodes(firstChildren[parent], end, codes[parent] * CODE_SPANS[level], level);
        }
    }

    private void readCodes(int from, int to, long above, int level) {
        long code = above;
        for (int node = from; node < to; node++) {
            code += number();
            codes[node] = code;
        }
        if (to > from && code >= above + CODE_SPANS[level]) {
            throw new IllegalStateException("code " + code + " is outside of its parent " + above);
        }
    }

    private void readNames(int level) {
        int from = levelStarts[level];
        int to = levelStarts[level + 1];
        for (int node = from; node < to; node++) {
            tailOf[node] = (short) number();
        }
        byte[] lengths = new byte[to - from];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (byte) number();
        }
        int[] name = new int[128];
        for (int node = from; node < to; node++) {
            int length = lengths[node - from];
            for (int i = 0; i < length; i++) {
                name[i] = characters[number()];
            }
            baseOf[node] = bases.intern(name, 0, length);
        }
        int written = number();
        for (int i = 0; i < written; i++) {
            int node = from + number();
            writtenNames.put(node, text());
        }
    }

    private int number() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
