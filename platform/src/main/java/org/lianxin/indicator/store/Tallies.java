package org.lianxin.indicator.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts per day and unit, kept in step with the facts: what goes is subtracted and what comes is added in the statement that moves
 * it, so a change costs what changed and not what the day holds. Who calls holds the lock of the facts.
 */
final class Tallies {

    /** Skeletons end three years after closing (RE-02); what was counted before that stays as it was. */
    private static final String COUNTED = "day > (lianxin_now() at time zone 'Asia/Shanghai')::date - 1000";

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One unit's day. */
    record Cell(LocalDate day, UUID unit) {}

    /**
     * @param sign 1 where the facts come, -1 where they go
     * @param facts a statement that gives whole facts and may write
     * @return the days and units concerned
     */
    List<Cell> change(int sign, String facts, Map<String, ?> params) {
        String sql = """
                with changed as (%s),
                by_day as (
                    insert into indicator.day as t (day, unit_id, unit_path, %s)
                    select day, unit_id, max(unit_path), %s from changed where %s group by day, unit_id
                    on conflict (day, unit_id) do update set %s),
                by_source as (
                    insert into indicator.source_day as t (day, unit_id, unit_path, source, warnings, false_alarms)
                    select day, unit_id, max(unit_path), source, :sign * count(*), :sign * count(*) filter (where false_alarm)
                    from changed where %s group by day, unit_id, source
                    on conflict (day, unit_id, source) do update set %s)
                select distinct day, unit_id from changed""".formatted(
                        facts,
                        listed(column -> column),
                        listed(Tallies::counted),
                        COUNTED,
                        listed(Tallies::added),
                        COUNTED,
                        added("warnings") + ", " + added("false_alarms"));
        return jdbc.sql(sql)
                .params(params)
                .param("sign", sign)
                .query((row, n) -> new Cell(row.getObject(1, LocalDate.class), row.getObject(2, UUID.class)))
                .list();
    }

    private static String listed(UnaryOperator<String> each) {
        return Columns.ALL.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String counted(String column) {
        return switch (column) {
            case "saved_cents" -> ":sign * sum(saved_cents)";
            case "saved_first_cents" -> ":sign * sum(saved_cents + unsaved_cents)";
            default -> ":sign * count(*) filter (where " + condition(column) + ")";
        };
    }

    private static String condition(String column) {
        return Objects.requireNonNull(JdbcFactStore.CONDITIONS.get(column.replace('_', '-')));
    }

    private static String added(String column) {
        return column + " = t." + column + " + excluded." + column;
    }

    /** Leaves no line that says nought. */
    void forgetEmpty(List<Cell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        for (String table : List.of("day", "source_day")) {
            jdbc.sql("""
                            delete from indicator.%s t using unnest(:days::date[], :units::uuid[]) cell (day, unit_id)
                            where t.day = cell.day and t.unit_id = cell.unit_id and t.warnings = 0 and t.%s""".formatted(table, COUNTED))
                    .param("days", texts(cells, cell -> cell.day().toString()))
                    .param("units", texts(cells, cell -> cell.unit().toString()))
                    .update();
        }
    }

    private static String[] texts(List<Cell> cells, Function<Cell, String> text) {
        return cells.stream().map(text).toArray(String[]::new);
    }

    void forgetAll() {
        jdbc.sql("delete from indicator.day where " + COUNTED).update();
        jdbc.sql("delete from indicator.source_day where " + COUNTED).update();
    }
}
