package org.lianxin.place.resolve;

import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Bases;
import org.lianxin.place.gazetteer.LooseIndex;

/** Finds the bases whose pinyin, whole or initials only, stands in the text: tongliao, tl. */
final class LetterHits {

    private static final double INITIALS = 0.5;
    private static final double SPELLED = 0.3;
    private static final int LONGEST = 40;

    private final LooseIndex index;
    private final Bases bases;
    private final Query query;
    private final Hits hits = new Hits();

    LetterHits(Atlas atlas, Query query) {
        index = atlas.looseIndex();
        bases = atlas.gazetteer().bases();
        this.query = query;
    }

    void reset() {
        hits.reset(query.length);
    }

    static boolean isLetter(int point) {
        return point >= 'a' && point <= 'z';
    }

    /** Fills and returns the hits that begin at {@code at}. */
    Hits from(int at) {
        if (!hits.isKnown(at)) {
            hits.begin(at);
            for (int to = at + 2; to <= query.length && to - at <= LONGEST && isLetter(query.points[to - 1]); to++) {
                int end = to;
                index.listByLetters(query.points, at, to, base -> keep(at, end, base));
            }
        }
        return hits;
    }

    private void keep(int at, int to, int base) {
        if (isSpelled(at, to, base, LONGEST)) {
            hits.add(at, base, to, Slip.LETTERS, SPELLED);
        } else if (isSpelled(at, to, base, 1)) {
            hits.add(at, base, to, Slip.LETTERS, INITIALS);
        }
    }

    /** Whether the range is the base with at most {@code each} letters of each character. */
    private boolean isSpelled(int at, int to, int base, int each) {
        int end = at;
        for (int i = 0; i < bases.length(base); i++) {
            String letters = index.letters(bases.point(base, i));
            for (int j = 0; j < Math.min(each, letters.length()); j++, end++) {
                if (end >= to || letters.charAt(j) != query.points[end]) {
                    return false;
                }
            }
        }
        return end == to;
    }
}
