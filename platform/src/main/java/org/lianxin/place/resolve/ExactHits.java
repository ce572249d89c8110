package org.lianxin.place.resolve;

import org.lianxin.place.gazetteer.Bases;

/** Finds the bases that stand in the text letter by letter. */
final class ExactHits {

    private static final int COUNTY_LEVEL_NAMED_COUNTY = '县';

    private final Bases bases;
    private final Query query;
    final Hits hits = new Hits();

    ExactHits(Bases bases, Query query) {
        this.bases = bases;
        this.query = query;
    }

    void reset() {
        hits.reset(query.length);
    }

    /** Fills and returns the hits that begin at {@code at}. */
    Hits from(int at) {
        if (!hits.isKnown(at)) {
            hits.begin(at);
            find(at);
        }
        return hits;
    }

    private void find(int at) {
        int[] points = query.points;
        if (points[at] == COUNTY_LEVEL_NAMED_COUNTY) {
            addIfBase(at, at + 1, bases.find(points, at, at + 1));
        }
        if (at + 1 >= query.length) {
            return;
        }
        int end = Math.min(query.length, at + bases.longest(points[at], points[at + 1]));
        for (int to = at + 2; to <= end; to++) {
            addIfBase(at, to, bases.find(points, at, to));
        }
    }

    private void addIfBase(int at, int to, int base) {
        if (base >= 0) {
            hits.add(at, base, to, Slip.NONE, 0);
        }
    }
}
