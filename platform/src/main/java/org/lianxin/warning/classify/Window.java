package org.lianxin.warning.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A stretch of a text with the features found in it. A fraud begins innocently and an ordinary talk goes on for long, so a text is
 * as suspicious as its most suspicious stretch, and length by itself says nothing.
 *
 * @param features the numbers of the features present, ascending
 * @param hits the phrases behind them, those in a warning sentence left out
 */
record Window(int[] features, List<PhraseFinder.Hit> hits) {

    static final int LENGTH = 400;
    private static final int STEP = 200;
    /** A warning also covers the sentences beside it in the same line. */
    private static final int NEIGHBOURS = 1;

    Window {
        hits = List.copyOf(hits);
    }

    static List<Window> of(PlainText text, Lexicon lexicon) {
        List<PhraseFinder.Hit> all = lexicon.find(text);
        List<PhraseFinder.Hit> hits = withoutWarned(text, all, lexicon);
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from == 0 || from + LENGTH - STEP < text.length(); from += STEP) {
            int begin = from;
            int end = from + LENGTH;
            windows.add(of(
                    hits.stream()
                            .filter(each -> each.from() >= begin && each.to() <= end)
                            .toList(),
                    lexicon));
        }
        return windows;
    }

    private static Window of(List<PhraseFinder.Hit> hits, Lexicon lexicon) {
        Features features = new Features(lexicon);
        hits.forEach(features::add);
        return new Window(features.present(), hits);
    }

    /** Without the hits in and beside sentences that warn: whoever warns of "safe accounts" asks for none. */
    private static List<PhraseFinder.Hit> withoutWarned(PlainText text, List<PhraseFinder.Hit> all, Lexicon lexicon) {
        BitSet warned = new BitSet(text.length());
        for (PhraseFinder.Hit hit : all) {
            if (lexicon.isAdvice(hit.phrase())) {
                warned.set(text.sentences(hit.from(), -1, NEIGHBOURS), text.sentences(hit.to() - 1, 1, NEIGHBOURS) + 1);
            }
        }
        return all.stream()
                .filter(hit -> !warned.get(hit.from())
                        || lexicon.concepts()
                                .get(lexicon.conceptOf(hit.phrase()))
                                .isCalm())
                .toList();
    }
}
