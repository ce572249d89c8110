package org.lianxin.place.resolve;

import java.util.Arrays;
import java.util.List;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.LooseIndex;
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
    private final LooseIndex index;
    private final int[] known;
    private boolean loose;

    TailMatcher(Atlas atlas, Query query) {
        tails = atlas.gazetteer().tails();
        index = atlas.looseIndex();
        this.query = query;
        known = new int[tails.size() * (Query.LONGEST + 1) * 2];
    }

    /** Forgets the last text; a loose one also takes a tail with another character of the same sound or one too few. */
    void reset(boolean isLoose) {
        loose = isLoose;
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
            return withoutKnownWord(own, at);
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
        boolean official = depth < 4 || words.endsWith("委会") || words.endsWith("委员会");
        return pack(official ? Fit.SAME_MEANING : Fit.SAME_KIND, written);
    }

    private int withoutKnownWord(int[] own, int at) {
        if (LetterHits.isLetter(query.points[at])) {
            return startsWithInitials(own, at) ? pack(Fit.SAME_KIND, own.length) : pack(Fit.MISSING, 0);
        }
        if (loose && own.length > 0 && soundsLike(own, at)) {
            return pack(Fit.BENT, own.length);
        }
        if (loose && own.length > 1 && isAllButOne(own, at)) {
            return pack(Fit.BENT, own.length - 1);
        }
        return pack(Fit.MISSING, 0);
    }

    private boolean startsWithInitials(int[] own, int at) {
        for (int i = 0; i < own.length; i++) {
            String letters = index.letters(own[i]);
            if (letters.isEmpty() || query.points[at + i] != letters.charAt(0)) {
                return false;
            }
        }
        return own.length > 0;
    }

    private boolean soundsLike(int[] own, int at) {
        for (int i = 0; i < own.length; i++) {
            if (at + i >= query.length || !index.readings().soundsNear(own[i], query.points[at + i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllButOne(int[] own, int at) {
        int i = 0;
        while (i < own.length - 1 && own[i] == query.points[at + i]) {
            i++;
        }
        while (i < own.length - 1 && own[i + 1] == query.points[at + i]) {
            i++;
        }
        return i == own.length - 1;
    }

    private static int pack(Fit fit, int length) {
        return length << 4 | FITS.indexOf(fit);
    }
}
