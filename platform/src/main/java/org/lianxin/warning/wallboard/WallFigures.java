package org.lianxin.warning.wallboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a unit and all below it. Today begins at midnight in Asia/Shanghai.
 *
 * @param reachedIn5 high-risk episodes of today reached within 5 minutes, of those at least 5 minutes old
 * @param seenIn30 the same, seen face to face within 30 minutes
 * @param lostAfterPer1000 people of the last 30 days who lost money after they were warned, per 1,000; null below 100 people
 * @param trends the last 14 days, oldest first, by figure
 */
public record WallFigures(
        int episodesToday,
        int signalsToday,
        Share reachedIn5,
        Share seenIn30,
        long savedCentsToday,
        int peopleSaved,
        @Nullable Double lostAfterPer1000,
        Map<String, List<Double>> trends) {

    /** n of so many. */
    public record Share(int n, int of) {}
}
