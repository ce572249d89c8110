package org.lianxin.place.gazetteer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lianxin.place.DivisionLevel;

/**
 * All divisions in use as plain arrays. A node is an index; the nodes of a level are one block sorted by code, so that
 * everything below a division is one range in each deeper level.
 */
public final class Gazetteer {

    private static final List<DivisionLevel> LEVELS = List.of(DivisionLevel.values());

    private final int[] levelStarts;
    private final long[] codes;
    private final int[] parents;
    private final int[] firstChildren;
    private final int[] baseOf;
    private final short[] tailOf;
    private final Bases bases;
    private final int basesAboveVillages;
    private final Tails tails;
    private final Map<Integer, String> writtenNames;
    private final int[] postingStarts;
    private final int[] postings;

    Gazetteer(GazetteerReader read) {
        levelStarts = read.levelStarts;
        codes = read.codes;
        parents = read.parents;
        firstChildren = read.firstChildren;
        baseOf = read.baseOf;
        tailOf = read.tailOf;
        bases = read.bases;
        basesAboveVillages = read.basesAboveVillages;
        tails = read.tails;
        writtenNames = read.writtenNames;
        postingStarts = new int[bases.size() + 1];
        postings = post();
    }

    private int[] post() {
        for (int node = 0; node < codes.length; node++) {
            postingStarts[baseOf[node] + 1]++;
        }
        for (int base = 0; base < bases.size(); base++) {
            postingStarts[base + 1] += postingStarts[base];
        }
        int[] filled = Arrays.copyOf(postingStarts, bases.size());
        int[] posted = new int[codes.length];
        for (int node = 0; node < codes.length; node++) {
            posted[filled[baseOf[node]]++] = node;
        }
        return posted;
    }

    public int size() {
        return codes.length;
    }

    public Bases bases() {
        return bases;
    }

    /** The bases with lower ids name a division above the village. */
    public int basesAboveVillages() {
        return basesAboveVillages;
    }

    public Tails tails() {
        return tails;
    }

    public int base(int node) {
        return baseOf[node];
    }

    public int tail(int node) {
        return tailOf[node];
    }

    /** The node above, or -1 for a province. */
    public int parent(int node) {
        return parents[node];
    }

    /** 0 for a province to 4 for a village. */
    public int depth(int node) {
        int depth = 4;
        while (node < levelStarts[depth]) {
            depth--;
        }
        return depth;
    }

    public DivisionLevel level(int node) {
        return LEVELS.get(depth(node));
    }

    /** The first node of a level; for depth 5 the number of all nodes. */
    public int levelStart(int depth) {
        return levelStarts[depth];
    }

    /** The first node among the children of {@code node}; its last child is before {@code firstChild(node + 1)}. */
    public int firstChild(int node) {
        return firstChildren[node];
    }

    /** Where the nodes with this base begin in {@link #posting}; they end where those of {@code base + 1} begin. */
    public int postingStart(int base) {
        return base < postingStarts.length ? postingStarts[base] : postings.length;
    }

    public int posting(int index) {
        return postings[index];
    }

    /** The first posting from {@code from} on whose node is {@code node} or later, at most {@code to}. */
    public int seekPosting(int from, int to, int node) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (postings[middle] < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A nominal level of the code that nobody writes in an address: 市辖区, 省直辖县级行政区划. */
    public boolean isNominal(int node) {
        long code = codes[node];
        return depth(node) == 1 && (code % 100 == 90 || isUnderMunicipality(code));
    }

    private static boolean isUnderMunicipality(long code) {
        long province = code / 100;
        return province == 11 || province == 12 || province == 31 || province == 50;
    }

    /** A county that only repeats its city, as 东莞市 does: both are written with the same six digits. */
    public boolean repeatsParent(int node) {
        return depth(node) == 2 && codes[node] == codes[parents[node]] * 100;
    }

    /** The code as written: 6, 9 or 12 digits. */
    public String code(int node) {
        long code = codes[node];
        return switch (depth(node)) {
            case 0 -> code + "0000";
            case 1 -> code + "00";
            default -> Long.toString(code);
        };
    }

    public String name(int node) {
        String written = writtenNames.get(node);
        return written != null ? written : bases.text(baseOf[node]) + tails.text(tailOf[node]);
    }

    /** The names from the province down, without nominal levels. */
    public String fullName(int node) {
        int parent = parents[node];
        if (parent < 0) {
            return name(node);
        }
        String above = fullName(parent);
        boolean silent = isNominal(node) || repeatsParent(node);
        return silent ? above : above + name(node);
    }

    /** The node with this written code, or -1. Six digits that name a city and its only county alike give the city. */
    public int find(String code) {
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}")) {
            return -1;
        }
        long digits = Long.parseLong(code);
        return switch (code.length()) {
            case 12 -> find(4, digits);
            case 9 -> find(3, digits);
            default ->
                digits % 10000 == 0
                        ? find(0, digits / 10000)
                        : digits % 100 == 0 ? find(1, digits / 100) : find(2, digits);
        };
    }

    private int find(int depth, long digits) {
        int found = Arrays.binarySearch(codes, levelStarts[depth], levelStarts[depth + 1], digits);
        return Math.max(found, -1);
    }
}
