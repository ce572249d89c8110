package org.lianxin.indicator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianxin.indicator.domain.Counts;
import org.lianxin.indicator.domain.Figure;

/** Figures as columns, in the order in which the tables have them. */
final class Columns {

    /** Those that count warnings. */
    static final List<String> COUNTED = List.of(
            "warnings",
            "lost",
            "reached_5",
            "reached_30",
            "by_phone",
            "by_message",
            "by_visit",
            "by_track",
            "saved",
            "saved_first");

    static final List<String> ALL = Stream.concat(COUNTED.stream(), Stream.of("saved_cents", "saved_first_cents"))
            .toList();

    static final String SUMS =
            ALL.stream().map(column -> "sum(" + column + ") as " + column).collect(Collectors.joining(", "));

    private Columns() {}

    static Counts counts(ResultSet row) throws SQLException {
        Map<Figure, Long> numbers = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            numbers.put(figure, row.getLong(figure.column()));
        }
        return new Counts(numbers);
    }
}
