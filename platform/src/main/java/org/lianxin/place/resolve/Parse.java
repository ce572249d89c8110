package org.lianxin.place.resolve;

import org.jspecify.annotations.Nullable;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.OtherNames.OtherName;

/**
 * Reads a text as chains of names, each below the one before: every chain that explains some of the text becomes a
 * {@link States state}, scored by the characters it explains less what it skips and bends. Not for two threads at once.
 */
final class Parse {

    private static final double SKIPPED_CHARACTER = 0.7;
    private static final double SKIPPED_BEGINNING = 2.0;
    private static final double SKIPPED_DIGIT = 0.1;
    private static final double SKIPPED_LEVEL = 0.2;
    private static final double BARE_STREET_ALONE = 0.5;
    private static final double OLD_NAME = 0.3;
    private static final double MOST_BEHIND = 6;
    private static final int LONGEST_GAP = 10;
    private static final int WIDE = 60;
    private static final int MOST_BENT_ALONE = 100;
    private static final int LAST_START = 24;
    private static final int MOST_SIBLINGS = 200;
    private static final double DROPPED_OF_TWO = 1.0;
    private static final int NONE = -1;

    /** A reading that explains less than this explains nothing. */
    static final double LEAST = 1.0;


    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final TailMatcher tailMatcher;
    private final ExactHits exactHits;
    private final LooseHits looseHits;
    private final LetterHits letterHits;
    private boolean loose;
    final Query query = new Query();
    final States states = new States();

    Parse(Atlas atlas) {
        this.atlas = atlas;
        gazetteer = atlas.gazetteer();
        tailMatcher = new TailMatcher(atlas, query);
        exactHits = new ExactHits(gazetteer.bases(), query);
        looseHits = new LooseHits(atlas, query);
        letterHits = new LetterHits(atlas, query);
    }

    void read(String text) {
        query.read(text);
        exactHits.reset();
        looseHits.reset();
        letterHits.reset();
        readAs(false);
        if (!isSettled()) {
            readAs(true);
        }
    }

    private void readAs(boolean isLoose) {
        loose = isLoose;
        tailMatcher.reset(isLoose);
        states.clear(query.length);
        int last = Math.min(query.length - 1, query.start + LAST_START);
        for (int at = query.start; at <= last && (loose || states.size == 0); at++) {
            extend(NONE, query.start, at, Math.min((at - query.start) * SKIPPED_CHARACTER, SKIPPED_BEGINNING));
        }
        if (query.start > 0) {
            extend(NONE, 0, 0, 0);
        }
        for (int at = 0; at < query.length; at++) {
            int width = 0;
            for (int state = states.firstEndingAt(at); state >= 0; state = states.nextEndingThere(state)) {
                extendAcrossGaps(state, at, ++width > WIDE ? 0 : LONGEST_GAP);
            }
        }
    }

    /** Whether the best reading explains all of the text that names places, so that no other need be sought. */
    private boolean isSettled() {
        int best = NONE;
        for (int state = 0; state < states.size; state++) {
            best = best == NONE || states.scoreAtEnd(state) > states.scoreAtEnd(best) ? state : best;
        }
        return best != NONE
                && states.clean[best]
                && states.scoreAtEnd(best) >= LEAST
                && DetailWords.isDetail(query, states.end[best]);
    }

    private void extendAcrossGaps(int state, int at, int longestGap) {
        if (gazetteer.depth(states.node[state]) == 4) {
            return;
        }
        double skipped = 0;
        for (int from = at; from < query.length && from - at <= longestGap; from++) {
            extend(state, at, from, skipped);
            if (loose && from == at) {
                extendByOneOfTwo(state, from);
            }
            skipped += query.points[from] < 0x80 ? SKIPPED_DIGIT : SKIPPED_CHARACTER;
        }
    }

    /** Adds what follows {@code state} (or begins, if NONE) with a name at {@code from}. */
    private void extend(int state, int at, int from, double skipped) {
        double start = (state == NONE ? 0 : states.score[state]) - skipped;
        if (state != NONE && from > at) {
            start -= states.lossAtEnd[state];
        }
        boolean letters = LetterHits.isLetter(query.points[from]);
        extendByAll(letters ? letterHits.from(from) : exactHits.from(from), state, from, start);
        if (loose && from == at && !letters) {
            extendByAll(looseHits.from(from), state, from, start);
        }
    }

    private void extendByAll(Hits hits, int state, int from, double start) {
        for (int i = 0; i < hits.count(from); i++) {
            Step step =
                    new Step(state, from, hits.end(from, i), hits.slip(from, i), start - hits.cost(from, i));
            extend(step, hits.base(from, i));
        }
    }

    /** A name found in the text after a state, before it is known whose name it is. */
    private record Step(int state, int from, int baseEnd, Slip slip, double score) {}

    private void extend(Step step, int base) {
        int first = gazetteer.postingStart(base);
        int last = gazetteer.postingStart(base + 1);
        if (step.state() == NONE) {
            extendFromNothing(step, first, last);
        } else if (first < last) {
            extendBelow(step, first, last);
        }
        for (OtherName other : atlas.otherNames().listByBase(base)) {
            extendByOtherName(step, other);
        }
    }

    private void extendFromNothing(Step step, int first, int last) {
        int end = step.slip() == Slip.NONE ? last : Math.min(last, first + MOST_BENT_ALONE);
        for (int i = first; i < end; i++) {
            if (step.slip() == Slip.LETTERS && gazetteer.depth(gazetteer.posting(i)) > 2) {
                return;
            }
            add(step, gazetteer.posting(i), null);
        }
    }

    /** Tries the divisions right below whose base of two characters has lost one, where the tail still stands. */
    private void extendByOneOfTwo(int state, int from) {
        int node = states.node[state];
        int first = gazetteer.firstChild(node);
        int last = gazetteer.firstChild(node + 1);
        if (last - first > MOST_SIBLINGS || query.points[from] < 0x80) {
            return;
        }
        Step step = new Step(state, from, from + 1, Slip.DROPPED, states.score[state] - DROPPED_OF_TWO);
        for (int child = first; child < last; child++) {
            int base = gazetteer.base(child);
            if (gazetteer.bases().length(base) == 2
                    && (gazetteer.bases().point(base, 0) == query.points[from]
                            || gazetteer.bases().point(base, 1) == query.points[from])
                    && Fit.LITERAL == TailMatcher.fit(tailMatcher.match(gazetteer.depth(child), gazetteer.tail(child), from + 1))) {
                add(step, child, null);
            }
        }
    }

    private void extendBelow(Step step, int first, int last) {
        int low = states.node[step.state()];
        int high = low + 1;
        int at = first;
        for (int depth = gazetteer.depth(low) + 1; depth <= 4; depth++) {
            low = gazetteer.firstChild(low);
            high = gazetteer.firstChild(high);
            at = gazetteer.seekPosting(at, last, low);
            while (at < last && gazetteer.posting(at) < high) {
                add(step, gazetteer.posting(at++), null);
            }
        }
    }

    private void extendByOtherName(Step step, OtherName other) {
        for (int heir : other.heirs()) {
            if (step.state() == NONE || isWithin(states.node[step.state()], heir, other)) {
                add(step, heir, other);
            }
        }
    }

    private boolean isWithin(int above, int heir, OtherName other) {
        for (int node = heir; node >= 0; node = gazetteer.parent(node)) {
            if (node == above) {
                return node != heir || other.isPast();
            }
        }
        int digits = gazetteer.level(above).ownDigits();
        return digits <= 4
                && other.code().startsWith(gazetteer.code(above).substring(0, digits))
                && other.depth() > gazetteer.depth(above);
    }

    private void add(Step step, int named, @Nullable OtherName other) {
        if (states.isFull()) {
            return;
        }
        int node = gazetteer.repeatsParent(named) ? gazetteer.parent(named) : named;
        int depth = gazetteer.depth(node);
        int match = other == null
                ? tailMatcher.match(depth, gazetteer.tail(node), step.baseEnd())
                : tailMatcher.match(other.depth(), other.tail(), step.baseEnd());
        Fit fit = TailMatcher.fit(match);
        int end = step.baseEnd() + TailMatcher.length(match);
        boolean bare = end == step.baseEnd() && fit == Fit.MISSING;
        double score = step.score() + (end - step.from()) - fit.cost - (other == null ? 0 : OLD_NAME);
        if (step.state() == NONE) {
            score -= bare && depth >= 3 ? BARE_STREET_ALONE : 0;
        } else if (skipsLevel(states.node[step.state()], node)) {
            score -= SKIPPED_LEVEL;
        }
        if (score < states.bestAtEnd[end] - MOST_BEHIND || score <= 0) {
            return;
        }
        int state = states.size;
        states.node[state] = node;
        states.before[state] = step.state();
        states.nameStart[state] = step.from();
        states.baseEnd[state] = step.baseEnd();
        states.end[state] = end;
        states.score[state] = score;
        states.fit[state] = fit;
        states.slip[state] = step.slip();
        states.other[state] = other;
        states.clean[state] = isClean(step) && fit.cost < Fit.BENT.cost;
        states.lossAtEnd[state] = bare ? lossAtEnd(depth, end) : 0;
        states.commit();
    }

    private boolean isClean(Step step) {
        if (step.slip() != Slip.NONE && step.slip() != Slip.LETTERS) {
            return false;
        }
        return step.state() == NONE
                ? step.from() <= query.start
                : states.clean[step.state()] && states.end[step.state()] == step.from();
    }

    private boolean skipsLevel(int above, int node) {
        int parent = gazetteer.parent(node);
        while (parent > above && (gazetteer.isNominal(parent) || gazetteer.repeatsParent(parent))) {
            parent = gazetteer.parent(parent);
        }
        return parent != above && node != above;
    }

    private double lossAtEnd(int depth, int end) {
        if (query.endsNameAt(end)) {
            return 0;
        }
        if (depth <= 2) {
            return DetailWords.isHere(query, end) ? 2.2 : 0.2;
        }
        return (depth == 3 ? 1.5 : 2.2) + (DetailWords.isNear(query, end) ? 1.5 : 0);
    }
}
