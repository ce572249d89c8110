package org.lianxin.organisation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.domain.Directory;
import org.lianxin.organisation.domain.Directory.Membership;
import org.lianxin.organisation.domain.Directory.Shift;
import org.lianxin.organisation.domain.Jurisdictions.Claim;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the whole directory, or whether it has changed. */
@Component
final class DirectoryRows {

    private final JdbcClient jdbc;

    DirectoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param now by the database's clock */
    record Revision(long number, Instant now) {}

    Revision revision() {
        return jdbc.sql("select number, lianxin_now() as now from organisation.revision")
                .query((row, n) -> new Revision(row.getLong("number"), instant(row, "now")))
                .single();
    }

    /** A change while it reads makes the revision stand higher than this one's, so that it is read again. */
    Directory read() {
        long revision = revision().number;
        Map<UUID, Set<String>> duties = new HashMap<>();
        List<UnitRef> units = jdbc.sql("select id, code, path, name, level, duties from organisation.unit")
                .query((row, n) -> {
                    UnitRef unit = unit(row);
                    duties.put(unit.id(), Set.of(texts(row, "duties")));
                    return unit;
                })
                .list();
        return new Directory(
                new Directory.Content(revision, units, duties, staff(), memberships(), shifts(), claims()));
    }

    private List<StaffRef> staff() {
        return jdbc.sql("""
                        select s.id, s.number, s.name, p.unit_id
                        from organisation.staff s
                        join lateral (
                            select unit_id from organisation.post
                            where staff_id = s.id and ended_at is null order by first desc, id limit 1) p on true
                        where s.state = 'active'""")
                .query((row, n) ->
                        new StaffRef(id(row, "id"), row.getString("number"), row.getString("name"), id(row, "unit_id")))
                .list();
    }

    private List<Membership> memberships() {
        return jdbc.sql("select unit_id, staff_id from organisation.post where ended_at is null")
                .query((row, n) -> new Membership(id(row, "unit_id"), id(row, "staff_id")))
                .list();
    }

    private List<Shift> shifts() {
        return jdbc.sql("""
                        select unit_id, staff_id, duty, from_at, until_at
                        from organisation.duty
                        where until_at > lianxin_now()""")
                .query((row, n) -> new Shift(
                        id(row, "unit_id"),
                        id(row, "staff_id"),
                        row.getString("duty"),
                        instant(row, "from_at"),
                        instant(row, "until_at")))
                .list();
    }

    private List<Claim> claims() {
        return jdbc.sql("select unit_id, kind, parts from organisation.jurisdiction")
                .query((row, n) -> new Claim(id(row, "unit_id"), row.getString("kind"), List.of(texts(row, "parts"))))
                .list();
    }

    static UnitRef unit(ResultSet row) throws SQLException {
        return new UnitRef(
                id(row, "id"),
                row.getString("code"),
                new UnitPath(row.getString("path")),
                row.getString("name"),
                row.getString("level"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String[] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (String[]) array.getArray();
    }

    /** The numbers of these people that can be dialled. */
    List<PhoneNumber> phones(List<UUID> staff) {
        return jdbc
                .sql(
                        "select phone from organisation.staff where id = any (:ids::uuid[]) and phone is not null order by number")
                .param("ids", staff.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> PhoneNumber.find(String.valueOf(row.getString("phone"))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
