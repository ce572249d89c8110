package org.lianxin.indicator.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.indicator.board.FigureBoard.Defined;
import org.lianxin.indicator.board.FigureBoard.Row;
import org.lianxin.indicator.board.FigureBoard.UnitName;
import org.lianxin.indicator.board.MonthTables.Whose;
import org.lianxin.indicator.domain.Figure;
import org.lianxin.indicator.domain.UnitTree;
import org.lianxin.indicator.store.CountStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Action;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.stereotype.Service;

/** Draws the figures of a unit in the viewer's reach. Who sees one unit alone gets what that unit counted by itself. */
@Service
public class FigureBoards {

    private static final SystemJob JOB = new SystemJob("indicator.board", false);

    private final ScopedTransactions transactions;
    private final CountStore counts;
    private final Units units;
    private final SourceTable sources;

    FigureBoards(ScopedTransactions transactions, CountStore counts, Units units, SourceTable sources) {
        this.transactions = transactions;
        this.counts = counts;
        this.units = units;
        this.sources = sources;
    }

    /**
     * @param asked null for the viewer's own unit, or the first of the chosen ones
     * @param month null for the running one
     */
    public FigureBoard of(Viewer viewer, @Nullable UUID asked, @Nullable YearMonth month) {
        UnitRef unit = unit(viewer, asked);
        return transactions.runAs(JOB, () -> {
            LocalDate today = counts.today();
            YearMonth chosen = month == null ? YearMonth.from(today) : month;
            List<YearMonth> months = months(today);
            if (!months.contains(chosen)) {
                throw Refused.of(404, "indicator.no-month");
            }
            return draw(viewer, unit, new Times(chosen, months));
        });
    }

    /** The unit asked about; missing when it is out of the viewer's reach. */
    UnitRef unit(Viewer viewer, @Nullable UUID asked) {
        if (asked == null && viewer.scope() == DataScope.CHOSEN_UNITS) {
            return viewer.chosen().stream().findFirst().flatMap(units::find).orElseThrow(Refused::missing);
        }
        UUID id = asked == null ? viewer.unitId() : asked;
        return units.list().stream()
                .filter(each -> each.id().equals(id) && viewer.reaches(each.path()))
                .findFirst()
                .orElseThrow(Refused::missing);
    }

    private record Times(YearMonth month, List<YearMonth> months) {}

    /** From the running one back to the first that has anything. */
    private List<YearMonth> months(LocalDate today) {
        YearMonth last = YearMonth.from(today);
        YearMonth first = counts.firstDay().map(YearMonth::from).orElse(last);
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            months.add(month);
        }
        return months.isEmpty() ? List.of(last) : months;
    }

    private FigureBoard draw(Viewer viewer, UnitRef unit, Times times) {
        UnitTree tree = new UnitTree(units.list().stream()
                .map(each -> new UnitTree.Node(each.id(), each.path()))
                .toList());
        MonthTables tables = new MonthTables(tree, counts, times.month());
        boolean alone = viewer.scope() == DataScope.UNIT;
        Whose whole = new Whose(unit.id(), alone);
        List<Row> rows = new ArrayList<>(List.of(row(tables, times.month(), whole, unit.name(), true)));
        if (!alone) {
            rows.addAll(below(tables, times.month(), unit));
        }
        return new FigureBoard(
                new UnitName(unit.id().toString(), unit.name()),
                times.month().toString(),
                times.months().stream().map(YearMonth::toString).toList(),
                tables.frozenAt(times.month()),
                defined(),
                rows,
                tables.list(times.month()).stream()
                        .map(month -> new FigureBoard.Month(month.toString(), numbers(tables, month, whole)))
                        .toList(),
                alone ? List.of() : sources.of(tree, unit.id(), times.month()),
                actions(viewer));
    }

    private List<Row> below(MonthTables tables, YearMonth month, UnitRef unit) {
        List<Row> rows = new ArrayList<>();
        int depth = depth(unit);
        for (UnitRef each : units.below(unit.id())) {
            Whose whose = new Whose(each.id(), false);
            if (depth(each) == depth + 1 && (!each.level().equals("partner") || tables.hasAny(month, whose))) {
                rows.add(row(tables, month, whose, each.name(), false));
            }
        }
        Whose own = new Whose(unit.id(), true);
        if (!rows.isEmpty() && tables.hasAny(month, own)) {
            rows.add(new Row(null, Words.say("indicator.by-itself", unit.name()), false, values(tables, month, own)));
        }
        return rows;
    }

    private static int depth(UnitRef unit) {
        return (int) unit.path().value().chars().filter(c -> c == '.').count();
    }

    private static Row row(MonthTables tables, YearMonth month, Whose whose, String name, boolean whole) {
        return new Row(whose.unit().toString(), name, whole, values(tables, month, whose));
    }

    private static Map<String, FigureBoard.Value> values(MonthTables tables, YearMonth month, Whose whose) {
        Map<String, FigureBoard.Value> values = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            values.put(figure.word(), tables.value(month, whose, figure));
        }
        return values;
    }

    private static Map<String, FigureBoard.Reading> numbers(MonthTables tables, YearMonth month, Whose whose) {
        Map<String, FigureBoard.Reading> numbers = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            FigureBoard.Reading number = tables.number(month, whose, figure);
            if (number != null) {
                numbers.put(figure.word(), number);
            }
        }
        return numbers;
    }

    static List<Defined> defined() {
        return Arrays.stream(Figure.values())
                .map(figure -> {
                    String key = "indicator.figure." + figure.word();
                    String measure = figure.measure()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '-');
                    String unit = "indicator.unit." + measure;
                    return new Defined(
                            figure.word(),
                            figure.rule(),
                            Words.say(key + ".name"),
                            Words.say(key + ".formula"),
                            Words.say(unit),
                            measure);
                })
                .toList();
    }

    /** Rows are for those who work with warnings: heads see numbers, not persons, and a row would tell what IN-08 hides. */
    private static List<Action> actions(Viewer viewer) {
        return List.of(
                FigureRows.mayRead(viewer)
                        ? Action.open("rows")
                        : Action.closed("rows", Words.say("indicator.closed.rows")),
                Action.open("workbook"));
    }
}
