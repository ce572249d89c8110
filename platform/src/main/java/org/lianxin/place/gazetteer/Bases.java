package org.lianxin.place.gazetteer;

import java.util.Arrays;

/**
 * The distinct names without their tails (和平 of 和平村委会), as ranges of one array of code points, with an exact
 * look-up. Ids are dense and begin at 0.
 */
public final class Bases {

    /** Longer bases than this are found by their first characters only. */
    public static final int LONGEST = 34;

    private static final int PREFIXES = 1 << 20;

    private int[] points = new int[1 << 20];
    private int[] starts = new int[1 << 18];
    private int size;
    private final HashTable exact;
    private final byte[] longest = new byte[PREFIXES];

    Bases(int expected) {
        exact = new HashTable(expected);
    }

    /** The id of this range as a base, a new one if it was not known. */
    int intern(int[] source, int from, int to) {
        int hash = Hashes.of(source, from, to);
        int known = find(hash, source, from, to);
        return known >= 0 ? known : add(hash, source, from, to);
    }

    private int add(int hash, int[] source, int from, int to) {
        int length = to - from;
        int start = starts[size];
        if (start + length > points.length) {
            points = Arrays.copyOf(points, points.length * 3 / 2 + length);
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 3 / 2);
        }
        System.arraycopy(source, from, points, start, length);
        starts[size + 1] = start + length;
        exact.put(hash, size);
        if (length > 1) {
            int prefix = prefix(source[from], source[from + 1]);
            longest[prefix] = (byte) Math.max(longest[prefix], Math.min(length, LONGEST));
        }
        return size++;
    }

    public int size() {
        return size;
    }

    public int length(int base) {
        return starts[base + 1] - starts[base];
    }

    /** Where the base begins in {@link #points()}. */
    public int start(int base) {
        return starts[base];
    }

    int[] points() {
        return points;
    }

    public int point(int base, int index) {
        return points[starts[base] + index];
    }

    /** Whether the base has two characters, one of them this. */
    public boolean isOneOfTwo(int base, int point) {
        int start = starts[base];
        return starts[base + 1] - start == 2 && (points[start] == point || points[start + 1] == point);
    }

    public String text(int base) {
        return Points.text(points, starts[base], starts[base + 1]);
    }

    /** How long a base that begins with these two characters can be; 0 when none does. */
    public int longest(int first, int second) {
        return longest[prefix(first, second)];
    }

    /** The base equal to the range whose rolling hash is given, or -1. */
    public int find(int hash, int[] source, int from, int to) {
        for (int slot = exact.first(hash); slot >= 0; slot = exact.next(hash, slot)) {
            int base = exact.id(slot);
            if (Arrays.equals(points, starts[base], starts[base + 1], source, from, to)) {
                return base;
            }
        }
        return -1;
    }

    public int find(int[] source, int from, int to) {
        return find(Hashes.of(source, from, to), source, from, to);
    }

    private static int prefix(int first, int second) {
        return Hashes.step(Hashes.step(0, first), second) & (PREFIXES - 1);
    }
}
