package org.lianxin.indicator.board;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianxin.indicator.board.FigureBoard.Reading;
import org.lianxin.indicator.board.FigureBoard.Value;
import org.lianxin.indicator.domain.Counts;
import org.lianxin.indicator.domain.Figure;
import org.lianxin.indicator.domain.UnitTree;
import org.lianxin.indicator.store.CountStore;

/** Thirteen months of the whole tree of units, with what is hidden: the same for whoever asks, or one could be held against the other. */
final class MonthTables {

    static final int MONTHS = 13;

    private final UnitTree tree;
    private final Map<YearMonth, Edition> editions = new HashMap<>();
    private final Map<YearMonth, Instant> frozenAt;

    /** A month as it is and as it was frozen. What is hidden, is so in both. */
    private record Edition(UnitTree.Table live, UnitTree.@Nullable Table frozen) {}

    MonthTables(UnitTree tree, CountStore counts, YearMonth last) {
        this.tree = tree;
        this.frozenAt = counts.frozenAt();
        YearMonth first = last.minusMonths(MONTHS - 1);
        Map<YearMonth, Map<UUID, Counts>> live = counts.months(first, last);
        Map<YearMonth, Map<UUID, Counts>> frozen = counts.frozenMonths(first, last);
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            if (live.containsKey(month) || frozenAt.containsKey(month)) {
                editions.put(month, edition(live.getOrDefault(month, Map.of()), frozen.get(month)));
            }
        }
    }

    private Edition edition(Map<UUID, Counts> now, @Nullable Map<UUID, Counts> then) {
        UnitTree.Table live = tree.table(now);
        if (then == null) {
            return new Edition(live.suppressed(live), null);
        }
        UnitTree.Table frozen = tree.table(then);
        return new Edition(live.suppressed(then.equals(now) ? live : frozen), frozen);
    }

    @Nullable
    Instant frozenAt(YearMonth month) {
        return frozenAt.get(month);
    }

    /** Whose numbers: a unit with all below it, or what it counted by itself. */
    record Whose(UUID unit, boolean alone) {

        Counts in(UnitTree.Table table) {
            return alone ? table.own(unit) : table.of(unit);
        }

        boolean isHidden(UnitTree.Table table, Figure figure) {
            return alone ? table.isOwnHidden(figure, unit) : table.isHidden(figure, unit);
        }
    }

    Value value(YearMonth month, Whose whose, Figure figure) {
        Edition edition = editions.get(month);
        if (edition != null && whose.isHidden(edition.live(), figure)) {
            return new Value(true, null, null, null, null);
        }
        Reading now = number(month, whose, figure, Edition::live);
        return new Value(
                false,
                now == null ? new Reading(0, null) : now,
                number(month, whose, figure, Edition::frozen),
                number(month.minusMonths(1), whose, figure, Edition::live),
                number(month.minusYears(1), whose, figure, Edition::live));
    }

    /** Null where nothing was counted in that month, where it is hidden, or where there is no such edition. */
    @Nullable
    Reading number(YearMonth month, Whose whose, Figure figure) {
        return number(month, whose, figure, Edition::live);
    }

    private @Nullable Reading number(
            YearMonth month, Whose whose, Figure figure, Function<Edition, UnitTree.@Nullable Table> which) {
        Edition edition = editions.get(month);
        UnitTree.Table table = edition == null ? null : which.apply(edition);
        if (edition == null || table == null || whose.isHidden(edition.live(), figure)) {
            return null;
        }
        Counts counts = whose.in(table);
        boolean baseHidden = whose.isHidden(edition.live(), Figure.WARNINGS);
        Double rate = baseHidden
                ? null
                : figure.rate(counts.of(figure), counts.of(Figure.WARNINGS)).orElse(null);
        return new Reading(counts.of(figure), rate);
    }

    boolean hasAny(YearMonth month, Whose whose) {
        Edition edition = editions.get(month);
        return edition != null && !whose.in(edition.live()).equals(Counts.NONE);
    }

    List<YearMonth> list(YearMonth last) {
        return java.util.stream.IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(last::plusMonths)
                .toList();
    }
}
