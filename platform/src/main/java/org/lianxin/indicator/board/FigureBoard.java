package org.lianxin.indicator.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Action;

/**
 * The figures of a unit in a month, and of the units directly below it. Chosen figures first.
 *
 * @param month the running one or one that has ended, as {@code 2026-11}
 * @param months that can be chosen, the latest first
 * @param frozenAt when the month's counts were frozen; null while it runs
 * @param rows the unit itself first
 * @param trend thirteen months up to this one, the earliest first
 */
public record FigureBoard(
        UnitName unit,
        String month,
        List<String> months,
        @Nullable Instant frozenAt,
        List<Defined> figures,
        List<Row> rows,
        List<Month> trend,
        List<Source> sources,
        List<Action> actions) {

    public record UnitName(String id, String name) {}

    /**
     * @param id as in the values
     * @param rule in docs/rules/IN.md
     * @param formula in words
     * @param measure count, share (per cent), per-1000 or cents
     */
    public record Defined(String id, String rule, String name, String formula, String unit, String measure) {}

    /** @param unitId null for what the unit counted by itself, beside the units below it */
    public record Row(@Nullable String unitId, String name, boolean whole, Map<String, Value> values) {}

    /**
     * @param hidden too small, or would betray one that is too small (IN-08); then nothing else is there
     * @param frozen as it stood when the month was frozen; null while it runs
     * @param before the month before, {@code yearAgo} the same month a year ago; null where hidden or nothing was counted
     */
    public record Value(
            boolean hidden,
            @Nullable Reading now,
            @Nullable Reading frozen,
            @Nullable Reading before,
            @Nullable Reading yearAgo) {}

    /** A count and, where it is read as one, its rate. */
    public record Reading(long n, @Nullable Double rate) {}

    public record Month(String month, Map<String, Reading> values) {}

    /** @param percent of the source's warnings, in whole per cent so that the base cannot be worked out */
    public record Source(
            String source,
            boolean hidden,
            @Nullable Long falseAlarms,
            @Nullable Integer percent) {}
}
