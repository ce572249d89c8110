package org.lianxin.warning.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lianxin.warning.rules.RuleTrial.Bar;
import org.lianxin.warning.rules.RuleTrial.Move;

/** Sums up ranks before and after. */
final class RuleTrials {

    private static final int FURTHEST = 20;

    private RuleTrials() {}

    static RuleTrial of(List<Move> ranks) {
        List<Move> changed =
                ranks.stream().filter(move -> move.before() != move.after()).toList();
        List<Move> furthest = changed.stream()
                .sorted(Comparator.comparingInt((Move move) -> -Math.abs(move.after() - move.before()))
                        .thenComparing(Move::number))
                .limit(FURTHEST)
                .toList();
        return new RuleTrial(ranks.size(), changed.size(), furthest, histogram(ranks));
    }

    private static List<Bar> histogram(List<Move> ranks) {
        List<Bar> bars = new ArrayList<>();
        for (int from = 0; from <= 90; from += 10) {
            int low = from;
            int high = from == 90 ? 100 : from + 9;
            bars.add(new Bar(
                    low,
                    high,
                    (int) ranks.stream()
                            .filter(move -> move.before() >= low && move.before() <= high)
                            .count(),
                    (int) ranks.stream()
                            .filter(move -> move.after() >= low && move.after() <= high)
                            .count()));
        }
        return bars;
    }
}
