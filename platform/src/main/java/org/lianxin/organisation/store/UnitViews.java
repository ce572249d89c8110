package org.lianxin.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units as screens show them. The directory is open to everybody signed in; people and jurisdictions stop at the scope. */
@Component
public final class UnitViews {

    private static final int MOST = 200;

    private static final String ROW = """
            select u.id, u.code, u.name, u.level, u.kind, u.path, u.parent_id, u.duties,
                   (select count(*) from organisation.unit c where c.parent_id = u.id) as children,
                   (select count(distinct p.staff_id) from organisation.post p
                    where p.unit_id = u.id and p.ended_at is null) as staff
            from organisation.unit u\s""";

    private final JdbcClient jdbc;

    UnitViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record UnitRow(
            UUID id,
            String code,
            String name,
            String level,
            String kind,
            String path,
            @Nullable UUID parentId,
            int childCount,
            int staffCount,
            List<String> duties) {

        public UnitPath unitPath() {
            return new UnitPath(path);
        }
    }

    public record JurisdictionView(UUID id, String kind, String code, String name, List<String> parts) {}

    /** The units directly below one; those at the top of the tree without one. */
    public List<UnitRow> children(@Nullable UUID parent) {
        return jdbc.sql(ROW + "where u.parent_id is not distinct from ?::uuid order by u.path limit " + MOST)
                .param(1, parent, Types.OTHER)
                .query((row, n) -> unit(row))
                .list();
    }

    public List<UnitRow> search(String text) {
        return jdbc.sql(ROW + """
                        where strpos(u.name, :text) > 0 or starts_with(u.code, :text)
                        order by length(u.path), u.path limit 50""")
                .param("text", text)
                .query((row, n) -> unit(row))
                .list();
    }

    public List<UnitRow> listOf(List<UUID> ids) {
        return jdbc.sql(ROW + "where u.id = any (?) order by length(u.path), u.path")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> unit(row))
                .list();
    }

    public Optional<UnitRow> find(UUID id) {
        return jdbc.sql(ROW + "where u.id = ?")
                .param(id)
                .query((row, n) -> unit(row))
                .optional();
    }

    public List<JurisdictionView> jurisdictions(UUID unit) {
        return jdbc.sql("""
                        select id, kind, code, name, parts from organisation.jurisdiction
                        where unit_id = ? order by kind, code""")
                .param(unit)
                .query((row, n) -> new JurisdictionView(
                        DirectoryRows.id(row, "id"),
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("name"),
                        List.of(DirectoryRows.texts(row, "parts"))))
                .list();
    }

    private static UnitRow unit(ResultSet row) throws SQLException {
        return new UnitRow(
                DirectoryRows.id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("level"),
                row.getString("kind"),
                row.getString("path"),
                row.getObject("parent_id", UUID.class),
                row.getInt("children"),
                row.getInt("staff"),
                List.of(DirectoryRows.texts(row, "duties")));
    }
}
