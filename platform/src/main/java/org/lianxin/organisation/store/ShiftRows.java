package org.lianxin.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Staffing.NewDuty;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.store.RosterRows.Placed;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on duty where, from when until when; within the reader's scope. */
@Component
public final class ShiftRows {

    private static final int MOST = 1_000;
    private static final String SHIFT = """
            select d.id, d.staff_id, s.number, s.name, d.unit_id, u.name as unit_name, d.unit_path, d.duty, d.from_at, d.until_at
            from organisation.duty d
            join organisation.staff s on s.id = d.staff_id
            join organisation.unit u on u.id = d.unit_id
            where\s""";

    private final JdbcClient jdbc;
    private final RosterRows rows;
    private final CachedUnits units;

    ShiftRows(JdbcClient jdbc, RosterRows rows, CachedUnits units) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.units = units;
    }

    public record Shift(
            UUID id,
            UUID staffId,
            String number,
            String name,
            UUID unitId,
            String unitName,
            UnitPath unitPath,
            String duty,
            Instant from,
            Instant until) {}

    /**
     * Those that touch the time between, by unit and beginning.
     *
     * @param unit with the units below it; null for all in scope
     */
    public List<Shift> list(@Nullable UnitPath unit, Instant from, Instant until) {
        return jdbc.sql(SHIFT + """
                        d.until_at > :from and d.from_at < :until
                        and (:path::text is null or starts_with(d.unit_path, :path))
                        order by d.unit_path, d.from_at, s.number limit\s""" + MOST)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("path", unit == null ? null : unit.value(), Types.VARCHAR)
                .query((row, n) -> shift(row))
                .list();
    }

    public Optional<Shift> find(UUID id) {
        return jdbc.sql(SHIFT + "d.id = ?")
                .param(id)
                .query((row, n) -> shift(row))
                .optional();
    }

    public void put(UUID staff, UnitRef unit, NewDuty duty) {
        rows.putDuty(staff, duty, new Placed(unit.id(), unit.path()));
        units.refreshAfterCommit();
    }

    /** One that runs ends now; one that has not begun goes away. */
    public void end(UUID id) {
        jdbc.sql("delete from organisation.duty where id = ? and from_at >= lianxin_now()")
                .param(id)
                .update();
        jdbc.sql("update organisation.duty set until_at = lianxin_now() where id = ? and until_at > lianxin_now()")
                .param(id)
                .update();
        units.refreshAfterCommit();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                DirectoryRows.id(row, "id"),
                DirectoryRows.id(row, "staff_id"),
                row.getString("number"),
                row.getString("name"),
                DirectoryRows.id(row, "unit_id"),
                row.getString("unit_name"),
                new UnitPath(row.getString("unit_path")),
                row.getString("duty"),
                DirectoryRows.instant(row, "from_at"),
                DirectoryRows.instant(row, "until_at"));
    }
}
