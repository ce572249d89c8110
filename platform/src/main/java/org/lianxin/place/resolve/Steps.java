package org.lianxin.place.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.OtherNames.OtherName;

/** Turns a name found in the text and a division of that name into a scored state. */
final class Steps {

    private static final double SKIPPED_LEVEL = 0.2;
    private static final double BARE_STREET_ALONE = 0.5;
    private static final double OLD_NAME = 0.3;
    private static final double MOST_BEHIND = 6;
    private static final double ROAD_OF_CITY = 2.2;
    private static final double GOES_ON_ABOVE_STREET = 0.2;
    private static final double ROAD_OF_STREET = 3.0;
    private static final double GOES_ON = 1.5;
    private static final double GOES_ON_VILLAGE = 0.7;

    private final Gazetteer gazetteer;
    private final TailMatcher tailMatcher;
    private final Query query;
    private final States states;
    private final double[] lossBelowCounty = new double[Query.LONGEST + 1];

    Steps(Gazetteer gazetteer, TailMatcher tailMatcher, Query query, States states) {
        this.gazetteer = gazetteer;
        this.tailMatcher = tailMatcher;
        this.query = query;
        this.states = states;
    }

    void reset() {
        Arrays.fill(lossBelowCounty, 0, query.length + 1, 0);
    }

    /** Adds the state in which the step names this node, by its own name or by another. */
    void add(Step step, int named, @Nullable OtherName other) {
        int node = gazetteer.repeatsParent(named) ? gazetteer.parent(named) : named;
        int depth = other == null ? gazetteer.depth(node) : other.depth();
        int tail = other == null ? gazetteer.tail(node) : other.tail();
        int match = tailMatcher.match(depth, tail, step.baseEnd());
        Fit fit = TailMatcher.fit(match);
        add(step, node, other, fit, step.baseEnd() + TailMatcher.length(match));
        if (fit == Fit.BENT || (step.slip() == Slip.LETTERS && TailMatcher.length(match) > 0)) {
            add(step, node, other, Fit.MISSING, step.baseEnd());
        }
    }

    private void add(Step step, int node, @Nullable OtherName other, Fit fit, int end) {
        int depth = gazetteer.depth(node);
        boolean bare = end == step.baseEnd() && fit == Fit.MISSING;
        double score = step.score() + (end - step.from()) - fit.cost - (other == null ? 0 : OLD_NAME);
        if (step.state() == Step.NONE) {
            if (bare && depth >= 3 && step.from() > query.start) {
                return;
            }
            score -= bare && depth >= 3 ? BARE_STREET_ALONE : 0;
        } else if (skipsLevel(states.node[step.state()], node)) {
            score -= SKIPPED_LEVEL;
        }
        if (states.isFull() || score < states.bestAtEnd[end] - MOST_BEHIND || score <= 0) {
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
        states.lossAtEnd[state] = bare ? lossAtEnd(depth, end) : 0;
        markGaps(step, state);
        states.commit();
    }

    private void markGaps(Step step, int state) {
        boolean first = step.state() == Step.NONE;
        boolean gapless = first
                ? step.from() <= query.start
                : states.gapless[step.state()] && states.end[step.state()] == step.from();
        boolean straight = step.slip() == Slip.NONE || step.slip() == Slip.LETTERS;
        states.gapless[state] = gapless;
        states.clean[state] =
                gapless && straight && states.fit[state].cost < Fit.BENT.cost && (first || states.clean[step.state()]);
    }

    /** Whether a level that has a name lies between the two. */
    boolean skipsLevel(int above, int node) {
        int parent = gazetteer.parent(node);
        while (parent > above && (gazetteer.isNominal(parent) || gazetteer.repeatsParent(parent))) {
            parent = gazetteer.parent(parent);
        }
        return parent != above && node != above;
    }

    private double lossAtEnd(int depth, int end) {
        if (query.endsNameAt(end) || DetailWords.isRemark(query, end)) {
            return 0;
        }
        if (depth <= 2) {
            return DetailWords.isRoad(query, end) ? ROAD_OF_CITY : GOES_ON_ABOVE_STREET;
        }
        if (lossBelowCounty[end] == 0) {
            lossBelowCounty[end] = DetailWords.isNear(query, end) ? ROAD_OF_STREET : GOES_ON;
        }
        return lossBelowCounty[end] + (depth == 3 ? 0 : GOES_ON_VILLAGE);
    }
}
