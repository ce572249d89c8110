package org.lianxin.place.resolve;

import java.util.Arrays;
import java.util.List;
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
    private static final int LONGEST_GAP = 10;
    private static final int WIDE = 60;
    private static final int FEW = 8;
    private static final int FEW_EQUALS = 10;
    private static final int MOST_BENT_ALONE = 100;
    private static final int LAST_START = 24;
    private static final int MOST_SIBLINGS = 200;
    private static final double DROPPED_OF_TWO = 1.0;
    private static final int SHORT_REST = 8;
    private static final int MOST_LOOKED_THROUGH = 5_000;
    private static final int NONE = Step.NONE;
    private static final List<Effort> EFFORTS = List.of(Effort.values());

    /** A reading that explains less than this explains nothing. */
    static final double LEAST = 1.0;

    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final TailMatcher tailMatcher;
    private final Steps steps;
    private final ExactHits exactHits;
    private final LooseHits looseHits;
    private final LetterHits letterHits;
    private final int[] below = new int[5];
    private final int[] belowEnd = new int[5];
    private boolean loose;
    final Query query = new Query();
    final States states = new States();

    Parse(Atlas atlas) {
        this.atlas = atlas;
        gazetteer = atlas.gazetteer();
        tailMatcher = new TailMatcher(atlas, query);
        steps = new Steps(gazetteer, tailMatcher, query, states);
        exactHits = new ExactHits(gazetteer.bases(), query);
        looseHits = new LooseHits(atlas, query);
        letterHits = new LetterHits(atlas, query);
    }

    void read(String text) {
        query.read(text);
        steps.reset();
        exactHits.reset();
        letterHits.reset();
        for (Effort effort : EFFORTS) {
            boolean known = effort == Effort.BY_SOUND && beginsAtTheStart(states.best());
            readWith(effort, known ? query.start : query.start + LAST_START);
            if (isSettled()) {
                return;
            }
        }
    }

    /** How far the text may be from the names; each effort finds what the one before finds, and costs more. */
    private enum Effort {
        LETTER_BY_LETTER,
        BY_SOUND,
        THOROUGH
    }

    /** Whether the reading begins with a county or more right where the text begins. */
    private boolean beginsAtTheStart(int best) {
        int first = best;
        while (first != NONE && states.before[first] != NONE) {
            first = states.before[first];
        }
        return first != NONE && states.nameStart[first] <= query.start && gazetteer.depth(states.node[first]) <= 2;
    }

    private void readWith(Effort effort, int lastStart) {
        loose = effort != Effort.LETTER_BY_LETTER;
        looseHits.reset(effort == Effort.THOROUGH);
        tailMatcher.reset(loose);
        states.clear(query.length);
        int last = Math.min(query.length - 1, lastStart);
        for (int at = query.start; at <= last && (loose || states.size == 0); at++) {
            extend(NONE, at, Math.min((at - query.start) * SKIPPED_CHARACTER, SKIPPED_BEGINNING));
        }
        if (query.start > 0) {
            extend(NONE, 0, 0);
        }
        if (loose && query.start < query.length) {
            extendLoosely(NONE, query.start);
            if (query.length - query.start <= SHORT_REST) {
                extendByOneOfTwo(NONE, query.start, gazetteer.levelStart(2), gazetteer.levelStart(3));
            }
        }
        for (int at = 0; at < query.length; at++) {
            int width = 0;
            double least = states.leastAt(at);
            for (int state = states.firstEndingAt(at); state >= 0; state = states.nextEndingThere(state)) {
                if (states.score[state] >= least) {
                    extendAcrossGaps(state, at, ++width > WIDE ? 0 : LONGEST_GAP);
                }
            }
        }
    }

    /** Whether the best reading explains all of the text that names places, so that no other need be sought. */
    private boolean isSettled() {
        int best = states.best();
        return best != NONE
                && states.gapless[best]
                && (loose || (states.clean[best] && !isOneOfFewFarDown(best)))
                && states.scoreAtEnd(best) >= LEAST
                && DetailWords.isDetail(query, states.end[best]);
    }

    /**
     * Whether this is a street or village named without what lies right above it, and few fit: then it may as well be
     * misspelt, and those that it may mean are worth showing below.
     */
    private boolean isOneOfFewFarDown(int best) {
        if (gazetteer.depth(states.node[best]) < 3 || states.slip[best] == Slip.LETTERS) {
            return false;
        }
        int above = states.before[best];
        return (above == NONE || steps.skipsLevel(states.node[above], states.node[best]))
                && states.countAsGoodAs(best) < FEW_EQUALS;
    }

    private void extendAcrossGaps(int state, int at, int longestGap) {
        if (gazetteer.depth(states.node[state]) == 4) {
            return;
        }
        lookBelow(states.node[state]);
        double skipped = 0;
        for (int from = at; from < query.length && from - at <= longestGap; from++) {
            int known = states.size;
            extend(state, from, skipped);
            if (loose && from == at && !goesOnInFull(known)) {
                extendLoosely(state, from);
                extendByOneOfTwo(state, from);
            }
            skipped += query.points[from] < 0x80 ? SKIPPED_DIGIT : SKIPPED_CHARACTER;
        }
    }

    /** Whether a step added since {@code known} names, in full, a division right below the one before. */
    private boolean goesOnInFull(int known) {
        for (int state = known; state < states.size; state++) {
            if (states.clean[state]
                    && states.other[state] == null
                    && states.fit[state] == Fit.LITERAL
                    && !steps.skipsLevel(states.node[states.before[state]], states.node[state])) {
                return true;
            }
        }
        return false;
    }

    /** Adds what follows {@code state} (or begins, if NONE) with a name that stands at {@code from}. */
    private void extend(int state, int from, double skipped) {
        double start = -skipped;
        if (state != NONE) {
            start += from > states.end[state] ? states.scoreAtEnd(state) : states.score[state];
        }
        boolean letters = LetterHits.isLetter(query.points[from]);
        extendByAll(letters ? letterHits.from(from) : exactHits.from(from), state, from, start);
    }

    /** Adds what may be meant by a misspelt name right after {@code state} (or at the beginning, if NONE). */
    private void extendLoosely(int state, int from) {
        extendByAll(looseHits.from(from), state, from, state == NONE ? 0 : states.score[state]);
    }

    private void extendByAll(Hits hits, int state, int from, double start) {
        for (int i = 0; i < hits.count(from); i++) {
            Step step = new Step(state, from, hits.end(from, i), hits.slip(from, i), start - hits.cost(from, i));
            extend(step, hits.base(from, i));
        }
    }

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
            steps.add(step, gazetteer.posting(i), null);
        }
    }

    /** Tries the divisions below whose base of two characters has lost one, where the tail still stands. */
    private void extendByOneOfTwo(int state, int from) {
        int node = states.node[state];
        int first = gazetteer.firstChild(node);
        int last = gazetteer.firstChild(node + 1);
        if (last - first <= MOST_SIBLINGS) {
            extendByOneOfTwo(state, from, first, last);
        }
        if (query.length - from <= SHORT_REST && states.isBestAtItsEnd(state)) {
            for (int depth = gazetteer.depth(node) + 2; depth <= 4; depth++) {
                if (belowEnd[depth] - below[depth] <= MOST_LOOKED_THROUGH) {
                    extendByOneOfTwo(state, from, below[depth], belowEnd[depth]);
                }
            }
        }
    }

    private void extendByOneOfTwo(int state, int from, int first, int last) {
        int point = query.points[from];
        if (point < 0x80) {
            return;
        }
        double score = (state == NONE ? 0 : states.score[state]) - DROPPED_OF_TWO;
        Step step = new Step(state, from, from + 1, Slip.DROPPED, score);
        for (int child = first; child < last; child++) {
            if (gazetteer.bases().isOneOfTwo(gazetteer.base(child), point)) {
                int match = tailMatcher.match(gazetteer.depth(child), gazetteer.tail(child), from + 1);
                if (TailMatcher.fit(match) == Fit.LITERAL && TailMatcher.length(match) > 0) {
                    steps.add(step, child, null);
                }
            }
        }
    }

    private void extendBelow(Step step, int first, int last) {
        if (last - first <= FEW) {
            for (int i = first; i < last; i++) {
                int node = gazetteer.posting(i);
                int depth = gazetteer.depth(node);
                if (node >= below[depth] && node < belowEnd[depth]) {
                    steps.add(step, node, null);
                }
            }
            return;
        }
        int at = first;
        for (int depth = gazetteer.depth(states.node[step.state()]) + 1; depth <= 4; depth++) {
            at = gazetteer.seekPosting(at, last, below[depth]);
            while (at < last && gazetteer.posting(at) < belowEnd[depth]) {
                steps.add(step, gazetteer.posting(at++), null);
            }
        }
    }

    /** Keeps which nodes of each level lie below this one. */
    private void lookBelow(int node) {
        Arrays.fill(below, 0);
        Arrays.fill(belowEnd, 0);
        int low = node;
        int high = node + 1;
        for (int depth = gazetteer.depth(node) + 1; depth <= 4; depth++) {
            low = gazetteer.firstChild(low);
            high = gazetteer.firstChild(high);
            below[depth] = low;
            belowEnd[depth] = high;
        }
    }

    private void extendByOtherName(Step step, OtherName other) {
        for (int heir : other.heirs()) {
            if (step.state() == NONE || isWithin(step.state(), heir, other)) {
                steps.add(step, heir, other);
            }
        }
    }

    private boolean isWithin(int state, int heir, OtherName other) {
        int above = states.node[state];
        OtherName aboveWas = states.other[state];
        for (int node = heir; node >= 0; node = gazetteer.parent(node)) {
            if (node == above) {
                return node != heir || other.isPast();
            }
        }
        if (aboveWas != null
                && aboveWas.depth() < other.depth()
                && other.code().startsWith(aboveWas.code().substring(0, 2 * aboveWas.depth() + 2))) {
            return true;
        }
        int digits = gazetteer.level(above).ownDigits();
        return digits <= 4
                && other.code().startsWith(gazetteer.code(above).substring(0, digits))
                && other.depth() > gazetteer.depth(above);
    }
}
