package org.lianxin.place.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lianxin.place.gazetteer.OtherNames.OtherName;

/** The steps of all readings of a text: each names a node, where its name ends in the text, and the step before. */
final class States {

    static final int MOST = 6000;
    static final double SAME = 1e-6;
    private static final double BEHIND = 2.5;

    final int[] node = new int[MOST];
    final int[] before = new int[MOST];
    final int[] nameStart = new int[MOST];
    final int[] baseEnd = new int[MOST];
    final int[] end = new int[MOST];
    final double[] score = new double[MOST];
    /** What is lost if the reading ends here, because the text goes on as if the name were part of another word. */
    final double[] lossAtEnd = new double[MOST];

    /** Whether no character was skipped on the way here. */
    final boolean[] gapless = new boolean[MOST];

    /** Whether nothing was skipped or bent on the way here. */
    final boolean[] clean = new boolean[MOST];

    final Fit[] fit = new Fit[MOST];
    final Slip[] slip = new Slip[MOST];
    final @Nullable OtherName[] other = new OtherName[MOST];
    private final int[] nextAtEnd = new int[MOST];
    private final int[] firstAtEnd = new int[Query.LONGEST + 1];
    final double[] bestAtEnd = new double[Query.LONGEST + 1];
    int size;
    private double reach;

    void clear(int length) {
        Arrays.fill(other, 0, size, null);
        Arrays.fill(firstAtEnd, 0, length + 1, -1);
        Arrays.fill(bestAtEnd, 0, length + 1, Double.NEGATIVE_INFINITY);
        size = 0;
        reach = Double.NEGATIVE_INFINITY;
    }

    boolean isFull() {
        return size == MOST;
    }

    /** Takes up a step whose fields at {@code size} have been filled. */
    void commit() {
        int state = size++;
        nextAtEnd[state] = firstAtEnd[end[state]];
        firstAtEnd[end[state]] = state;
        bestAtEnd[end[state]] = Math.max(bestAtEnd[end[state]], score[state]);
    }

    /** How good a reading must be to be worth going on with from {@code at}, given what is known up to there. */
    double leastAt(int at) {
        reach = Math.max(bestAtEnd[at], reach - 0.7);
        return reach - BEHIND;
    }

    int firstEndingAt(int at) {
        return firstAtEnd[at];
    }

    int nextEndingThere(int state) {
        return nextAtEnd[state];
    }

    /** The best state of all, the first among equals; -1 when there is none. */
    int best() {
        int best = -1;
        for (int state = 0; state < size; state++) {
            best = best < 0 || scoreAtEnd(state) > scoreAtEnd(best) ? state : best;
        }
        return best;
    }

    boolean isBestAtItsEnd(int state) {
        return score[state] > bestAtEnd[end[state]] - SAME;
    }

    int countAsGoodAs(int best) {
        int count = 0;
        for (int state = 0; state < size; state++) {
            count += scoreAtEnd(state) > scoreAtEnd(best) - SAME ? 1 : 0;
        }
        return count;
    }

    double scoreAtEnd(int state) {
        return score[state] - lossAtEnd[state];
    }
}
