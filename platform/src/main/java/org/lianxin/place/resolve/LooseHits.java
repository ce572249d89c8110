package org.lianxin.place.resolve;

import java.util.function.IntConsumer;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Bases;
import org.lianxin.place.gazetteer.LooseIndex;

/** Finds the bases that the text may mean although it spells them otherwise: other characters, one too few, one too many. */
final class LooseHits {

    private static final int LONGEST = 8;
    private static final int LONGEST_OF_ALL = 20;
    private static final int LONGEST_ADDED = 6;
    private static final int SOUNDS = 8;

    private final LooseIndex index;
    private final Bases bases;
    private final Query query;
    private final Comparison comparison;
    private final Hits hits = new Hits();
    private final int[] sounds = new int[SOUNDS];
    private boolean thorough;
    private final int[] shorter = new int[LONGEST_OF_ALL];

    LooseHits(Atlas atlas, Query query) {
        index = atlas.looseIndex();
        bases = atlas.gazetteer().bases();
        this.query = query;
        comparison = new Comparison(bases, index.readings());
    }

    /** Forgets the last text. A thorough search also takes any one wrong character and one too many. */
    void reset(boolean isThorough) {
        thorough = isThorough;
        hits.reset(query.length);
    }

    /** Fills and returns the hits that begin at {@code at}. */
    Hits from(int at) {
        if (!hits.isKnown(at)) {
            hits.begin(at);
            if (query.points[at] >= 0x80) {
                findBySound(at);
                findByRest(at);
            }
        }
        return hits;
    }

    private void findBySound(int at) {
        int end = Math.min(query.length, at + LONGEST_OF_ALL);
        sounds[0] = 0;
        int count = 1;
        for (int to = at + 1; to <= end && query.points[to - 1] >= 0x80; to++) {
            count = index.sound(sounds, count, query.points[to - 1]);
            IntConsumer keep = keeper(at, to);
            for (int i = 0; to - at >= 2 && i < count; i++) {
                index.listBySound(sounds[i], keep);
            }
        }
    }

    private void findByRest(int at) {
        int longest = at + 1 < query.length ? bases.longest(query.points[at], query.points[at + 1]) : 0;
        int end = Math.min(query.length, at + Math.clamp(longest, LONGEST, LONGEST_OF_ALL));
        for (int to = at + 2; to <= end; to++) {
            IntConsumer keep = keeper(at, to);
            index.listByRest(query.points, at, to, -1, keep);
            for (int left = at; thorough && to - at >= 3 && left < to; left++) {
                index.listByRest(query.points, at, to, left, keep);
                if (to - at >= 4 && to - at <= LONGEST_ADDED) {
                    findWithout(at, to, left, keep);
                }
            }
        }
    }

    private void findWithout(int at, int to, int left, IntConsumer keep) {
        int length = 0;
        for (int i = at; i < to; i++) {
            if (i != left) {
                shorter[length++] = query.points[i];
            }
        }
        int base = bases.find(shorter, 0, length);
        if (base >= 0) {
            keep.accept(base);
        }
    }

    private IntConsumer keeper(int at, int to) {
        return base -> {
            double cost = comparison.compare(query.points, at, to, base);
            if (cost > 0 && cost < to - at) {
                hits.add(at, base, to, comparison.slip, cost);
            }
        };
    }
}
