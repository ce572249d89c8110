package org.lianxin.warning.rules;

import java.util.List;

/**
 * What another version of the rules would have made of past episodes. Nothing is changed by a trial.
 *
 * @param episodes looked at, at most 50,000 of the latest
 * @param changed how many get another rank
 * @param moved those that move furthest, at most 20
 * @param histogram ranks in steps of ten before and after
 */
public record RuleTrial(int episodes, int changed, List<Move> moved, List<Bar> histogram) {

    public record Move(String episodeId, String number, int before, int after) {}

    public record Bar(int from, int to, int before, int after) {}
}
