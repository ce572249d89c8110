package org.lianxin.organisation.store;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Staffing.NewDuty;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes units, people, posts and shifts; finds each again by its code or number. */
@Component
public final class RosterRows {

    private final JdbcClient jdbc;

    RosterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit as others refer to it. */
    public record Placed(UUID id, UnitPath path) {}

    public Optional<Placed> findUnit(String code) {
        return jdbc.sql("select id, path from organisation.unit where code = ?")
                .param(code)
                .query((row, n) -> new Placed(DirectoryRows.id(row, "id"), new UnitPath(row.getString("path"))))
                .optional();
    }

    public String codeOf(UUID unit) {
        return jdbc.sql("select code from organisation.unit where id = ?")
                .param(unit)
                .query((row, n) -> row.getString(1))
                .single();
    }

    public Placed putUnit(NewUnit unit, @Nullable Placed parent) {
        UnitPath path = parent == null ? new UnitPath(unit.code() + ".") : parent.path.child(unit.code());
        UUID id = jdbc.sql("""
                        insert into organisation.unit (id, code, name, level, kind, parent_id, path, duties)
                        values (:id, :code, :name, :level, :kind, :parent, :path, :duties)
                        on conflict (code) do update
                        set name = excluded.name, level = excluded.level, kind = excluded.kind, duties = excluded.duties
                        where unit.path = excluded.path
                        returning id""")
                .param("id", Uuid7.next())
                .param("code", unit.code())
                .param("name", unit.name())
                .param("level", unit.level())
                .param("kind", unit.kind())
                .param("parent", parent == null ? null : parent.id, java.sql.Types.OTHER)
                .param("path", path.value())
                .param("duties", unit.duties().toArray(String[]::new))
                .query((row, n) -> DirectoryRows.id(row, "id"))
                .optional()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "unit " + unit.code()
                                        + " stands elsewhere in the tree. Maybe its parent was changed; units are not moved by a roster."));
        return new Placed(id, path);
    }

    public void putJurisdiction(Placed unit, NewJurisdiction jurisdiction, String name) {
        List<String> parts = jurisdiction.parts().isEmpty() ? List.of(jurisdiction.code()) : jurisdiction.parts();
        jdbc.sql("""
                        insert into organisation.jurisdiction (id, unit_id, unit_path, kind, code, name, parts)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (unit_id, kind, code) do update set name = excluded.name, parts = excluded.parts""")
                .params(
                        Uuid7.next(),
                        unit.id,
                        unit.path.value(),
                        jurisdiction.kind(),
                        jurisdiction.code(),
                        name,
                        parts.toArray(String[]::new))
                .update();
    }

    /** Takes away the jurisdictions of a unit that are not in {@code kept} ({@code kind code}). */
    public void dropOtherJurisdictions(UUID unit, List<String> kept) {
        jdbc.sql("delete from organisation.jurisdiction where unit_id = ? and (kind || ' ' || code) <> all (?)")
                .params(unit, kept.toArray(String[]::new))
                .update();
    }

    /** Within the caller's scope; a number in use elsewhere is refused by the table itself. */
    public boolean isStaffNumberTaken(String number) {
        return jdbc.sql("select exists (select from organisation.staff where number = ?)")
                .param(number)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    public UUID putStaff(NewStaff staff, UnitPath home) {
        return jdbc.sql("""
                        insert into organisation.staff (id, number, name, account, phone, unit_path)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (number) do update
                        set name = excluded.name, account = coalesce(excluded.account, staff.account),
                            phone = coalesce(excluded.phone, staff.phone), unit_path = excluded.unit_path
                        returning id""")
                .param(Uuid7.next())
                .param(staff.number())
                .param(staff.name())
                .param(staff.account())
                .param(staff.phone())
                .param(home.value())
                .query((row, n) -> DirectoryRows.id(row, "id"))
                .single();
    }

    /** Makes these the posts of the person; those in other units end. A post keeps its id as long as unit and title stay. */
    public void putPosts(UUID staff, List<NewPost> posts, Map<String, Placed> units) {
        Map<String, UUID> open = new HashMap<>();
        jdbc.sql("select id, unit_id, title from organisation.post where staff_id = ? and ended_at is null")
                .param(staff)
                .query(row -> {
                    open.put(row.getString("unit_id") + row.getString("title"), DirectoryRows.id(row, "id"));
                });
        boolean first = true;
        for (NewPost post : posts) {
            Placed unit = unit(units, post.unitCode());
            UUID known = open.remove(unit.id + post.title());
            putPost(known == null ? Uuid7.next() : known, staff, unit, post, chosen(post, units), first);
            first = false;
        }
        for (UUID ended : open.values()) {
            jdbc.sql("update organisation.post set ended_at = now() where id = ?")
                    .param(ended)
                    .update();
        }
    }

    private void putPost(UUID id, UUID staff, Placed unit, NewPost post, UUID[] chosen, boolean first) {
        jdbc.sql("""
                        insert into organisation.post (id, staff_id, unit_id, unit_path, title, roles, scope, chosen, first)
                        values (:id, :staff, :unit, :path, :title, :roles, :scope, :chosen, :first)
                        on conflict (id) do update
                        set roles = excluded.roles, scope = excluded.scope, chosen = excluded.chosen, first = excluded.first""")
                .param("id", id)
                .param("staff", staff)
                .param("unit", unit.id)
                .param("path", unit.path.value())
                .param("title", post.title())
                .param("roles", post.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("scope", post.scope().name())
                .param("chosen", chosen)
                .param("first", first)
                .update();
    }

    public void putDuty(UUID staff, NewDuty duty, Placed unit) {
        jdbc.sql("""
                        insert into organisation.duty (id, staff_id, unit_id, unit_path, duty, from_at, until_at)
                        select :id, :staff, :unit, :path, :duty, :from, :until
                        where not exists (
                            select from organisation.duty
                            where staff_id = :staff and unit_id = :unit and duty = :duty and from_at = :from and until_at = :until)""")
                .param("id", Uuid7.next())
                .param("staff", staff)
                .param("unit", unit.id)
                .param("path", unit.path.value())
                .param("duty", duty.duty())
                .param("from", Timestamp.from(duty.from()))
                .param("until", Timestamp.from(duty.until()))
                .update();
    }

    public static Placed unit(Map<String, Placed> units, String code) {
        Placed unit = units.get(code);
        if (unit == null) {
            throw new IllegalArgumentException("no unit " + code + ". Maybe it stands later in the roster.");
        }
        return unit;
    }

    private static UUID[] chosen(NewPost post, Map<String, Placed> units) {
        return post.chosenUnitCodes().stream().map(code -> unit(units, code).id).toArray(UUID[]::new);
    }
}
