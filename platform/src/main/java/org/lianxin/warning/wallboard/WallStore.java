package org.lianxin.warning.wallboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over episodes and signals of a unit and all below it, bounded by today or the last 30 days. */
@Repository
class WallStore {

    private static final String BELOW = "unit_path >= :lo and unit_path < :hi";
    private static final String NOW = "(select lianxin_now())";
    // As subqueries, so that the clock is asked once and not for every row.
    private static final String MIDNIGHT =
            "(select date_trunc('day', lianxin_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')";

    private final JdbcClient jdbc;

    WallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant now() {
        return jdbc.sql("select lianxin_now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Today's episodes by how far they are along the loop. */
    record Today(
            int judged,
            int ordered,
            int handled,
            int reported,
            int measured,
            WallFigures.Share reached,
            WallFigures.Share seen,
            long savedCents,
            int saved) {}

    Today today(UnitPath unit) {
        return below(jdbc.sql("""
                        select count(*) as judged, count(*) filter (where state <> 'routing') as ordered,
                            count(*) filter (where reached_at is not null or seen_at is not null or outcome is not null) as handled,
                            count(*) filter (where outcome is not null) as reported, count(closed_at) as measured,
                            count(*) filter (where level = 0 and reached_at <= received_at + interval '5 minutes') as reached,
                            count(*) filter (where level = 0 and (reached_at <= received_at + interval '5 minutes'
                                or received_at <= %1$s - interval '5 minutes')) as to_reach,
                            count(*) filter (where level = 0 and seen_at <= received_at + interval '30 minutes') as seen,
                            count(*) filter (where level = 0 and (seen_at <= received_at + interval '30 minutes'
                                or received_at <= %1$s - interval '30 minutes')) as to_see,
                            coalesce(sum(saved_cents), 0) as saved_cents, count(*) filter (where saved_cents > 0) as saved
                        from warning.episode
                        where received_at >= %2$s and state <> 'history' and %3$s""".formatted(NOW, MIDNIGHT, BELOW)), unit)
                .query(WallStore::today)
                .single();
    }

    private static Today today(ResultSet row, int ignored) throws SQLException {
        return new Today(
                row.getInt("judged"),
                row.getInt("ordered"),
                row.getInt("handled"),
                row.getInt("reported"),
                row.getInt("measured"),
                new WallFigures.Share(row.getInt("reached"), row.getInt("to_reach")),
                new WallFigures.Share(row.getInt("seen"), row.getInt("to_see")),
                row.getLong("saved_cents"),
                row.getInt("saved"));
    }

    int signalsToday(UnitPath unit) {
        return below(
                        jdbc.sql("select count(*) from warning.signal where received_at >= " + MIDNIGHT
                                + " and taken_as <> 'history' and " + BELOW),
                        unit)
                .query(Integer.class)
                .single();
    }

    /** People warned in the last 30 days and how many of them lost money after that. */
    WallFigures.Share lostAfter(UnitPath unit) {
        return below(jdbc.sql("""
                        select count(*) filter (where lost_cents > 0) as n, count(*) as of
                        from warning.episode
                        where received_at >= %s - interval '30 days' and state <> 'history' and %s""".formatted(NOW, BELOW)), unit)
                .query((row, n) -> new WallFigures.Share(row.getInt("n"), row.getInt("of")))
                .single();
    }

    /** The last 14 days before today, oldest first: episodes, reached and seen in time in per cent, saved yuan, lost per 1,000. */
    Map<String, List<Double>> trends(UnitPath unit) {
        List<double[]> days = below(jdbc.sql("""
                        select count(*) as episodes,
                            coalesce(100.0 * count(*) filter (where level = 0 and reached_at <= received_at + interval '5 minutes')
                                / nullif(count(*) filter (where level = 0), 0), 0) as reached,
                            coalesce(100.0 * count(*) filter (where level = 0 and seen_at <= received_at + interval '30 minutes')
                                / nullif(count(*) filter (where level = 0), 0), 0) as seen,
                            coalesce(sum(saved_cents), 0) / 100.0 as saved,
                            1000.0 * count(*) filter (where lost_cents > 0) / count(*) as lost
                        from warning.episode
                        where received_at >= %1$s - interval '14 days' and received_at < %1$s and state <> 'history' and %2$s
                        group by date_bin('1 day', received_at, %1$s)
                        order by date_bin('1 day', received_at, %1$s)""".formatted(MIDNIGHT, BELOW)), unit)
                .query((row, n) -> new double[] {
                    row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)
                })
                .list();
        Map<String, List<Double>> trends = new LinkedHashMap<>();
        List<String> names = List.of("episodes", "reached", "seen", "saved", "lost");
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            trends.put(names.get(i), days.stream().map(day -> day[column]).toList());
        }
        return trends;
    }

    /** Open episodes in a state only a person can end, and since when the oldest waits. */
    Wallboard.Kind waiting(String kind, String state, UnitPath unit) {
        return below(jdbc.sql("""
                        select count(*) as n, min(received_at) as oldest
                        from warning.episode where closed_at is null and state = :state and %s""".formatted(BELOW)), unit)
                .param("state", state)
                .query((row, n) -> new Wallboard.Kind(kind, row.getInt("n"), instant(row, "oldest")))
                .single();
    }

    private static JdbcClient.StatementSpec below(JdbcClient.StatementSpec query, UnitPath unit) {
        return query.param("lo", unit.value()).param("hi", unit.end());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
