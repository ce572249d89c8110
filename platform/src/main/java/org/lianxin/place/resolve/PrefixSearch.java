package org.lianxin.place.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.Points;

/** Finds divisions down to the street by how their names begin, in characters or in pinyin, for pickers. */
public final class PrefixSearch {

    private static final int STREETS = 3;

    private final Gazetteer gazetteer;
    private final Atlas atlas;

    public PrefixSearch(Atlas atlas) {
        this.atlas = atlas;
        gazetteer = atlas.gazetteer();
    }

    /** The nodes whose names begin so, higher levels first, then by code; at most {@code most}. */
    public List<Integer> list(String text, int most) {
        int[] start = Points.plain(text);
        List<Integer> found = new ArrayList<>();
        if (start.length == 0) {
            return found;
        }
        boolean letters = LetterHits.isLetter(start[0]);
        for (int node = 0; node < gazetteer.levelStart(STREETS + 1) && found.size() < most; node++) {
            boolean hidden = gazetteer.isNominal(node) || gazetteer.repeatsParent(node);
            if (!hidden && (letters ? isSpelled(node, start) : begins(node, start))) {
                found.add(node);
            }
        }
        return found;
    }

    /** 珠斯花派出所 → zshpcs; what has no reading is passed over. */
    public String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (int point : Points.plain(text)) {
            String letters = atlas.looseIndex().letters(point);
            if (!letters.isEmpty()) {
                initials.append(letters.charAt(0));
            }
        }
        return initials.toString();
    }

    private boolean begins(int node, int[] start) {
        int base = gazetteer.base(node);
        int length = gazetteer.bases().length(base);
        int[] tail = gazetteer.tails().points(gazetteer.tail(node));
        if (start.length > length + tail.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            int own = i < length ? gazetteer.bases().point(base, i) : tail[i - length];
            if (own != start[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpelled(int node, int[] start) {
        return isSpelled(node, start, 1) || isSpelled(node, start, Integer.MAX_VALUE);
    }

    private boolean isSpelled(int node, int[] start, int each) {
        int base = gazetteer.base(node);
        int at = 0;
        for (int i = 0; i < gazetteer.bases().length(base); i++) {
            String letters = atlas.looseIndex().letters(gazetteer.bases().point(base, i));
            for (int j = 0; j < Math.min(each, letters.length()); j++, at++) {
                if (at == start.length) {
                    return true;
                }
                if (start[at] != letters.charAt(j)) {
                    return false;
                }
            }
        }
        return at == start.length;
    }
}
