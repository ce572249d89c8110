package org.lianxin.place.resolve;

import java.util.Arrays;
import java.util.List;
import org.lianxin.place.gazetteer.Points;
import org.lianxin.place.gazetteer.Tails;
import org.lianxin.place.gazetteer.Tails.Kind;

/**
 * Compares what follows a base in the text with the tail of a division. Answers are kept for the text, because many
 * divisions share base and tail.
 */
final class TailMatcher {

    private static final List<Fit> FITS = List.of(Fit.values());

    private final Tails tails;
    private final Query query;
    private final int[] known;

    TailMatcher(Tails tails, Query query) {
        this.tails = tails;
        this.query = query;
        known = new int[tails.size() * (Query.LONGEST + 1) * 2];
    }

    void reset() {
        Arrays.fill(known, 0, tails.size() * 2 * (query.length + 1), 0);
    }

    /** Fit and length in one number, to be taken apart by {@link #fit} and {@link #length}. */
    int match(int depth, int tail, int at) {
        int key = (at * tails.size() + tail) * 2 + (depth == 4 ? 1 : 0);
        if (known[key] == 0) {
            known[key] = 1 + compare(depth, tail, at);
        }
        return known[key] - 1;
    }

    static Fit fit(int match) {
        return FITS.get(match & 15);
    }

    static int length(int match) {
        return match >> 4;
    }

    private int compare(int depth, int tail, int at) {
        int[] own = tails.points(tail);
        int written = TailWords.length(depth, query, at);
        if (own.length >= written && query.startsWith(own, at)) {
            return pack(Fit.LITERAL, own.length);
        }
        if (written == 0) {
            return pack(Fit.MISSING, 0);
        }
        String words = Points.text(query.points, at, at + written);
        Kind kind = Tails.kindOf(words);
        Kind ownKind = tails.kind(tail);
        if (kind == Kind.NONE || ownKind == Kind.NONE) {
            return pack(Fit.UNSURE, written);
        }
        if (kind != ownKind) {
            return pack(Fit.OTHER_KIND, written);
        }
        return pack(words.endsWith("委会") || words.endsWith("委员会") ? Fit.OTHER_OFFICIAL : Fit.SAME_KIND, written);
    }

    private static int pack(Fit fit, int length) {
        return length << 4 | FITS.indexOf(fit);
    }
}
