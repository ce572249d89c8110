package org.lianxin.warning.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked for, agreed to and taken. Within the reach of the current transaction. */
@Repository
class ExportRows {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Viewer by, String reason, boolean unmasked, List<UUID> episodes) {
        jdbc.sql("""
                        insert into warning.export (id, unit_path, staff_id, made_by, reason, unmasked, episodes, state)
                        values (?, ?, ?, ?, ?, ?, ?::uuid[], 'asked')""")
                .params(
                        id,
                        by.unitPath().value(),
                        by.staffId(),
                        by.name(),
                        reason,
                        unmasked,
                        episodes.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    List<Export> list() {
        return jdbc.sql("select * from warning.export order by made_at desc, id limit " + SHOWN)
                .query(ExportRows::read)
                .list();
    }

    Optional<Export> find(UUID id) {
        return jdbc.sql("select * from warning.export where id = ?")
                .param(id)
                .query(ExportRows::read)
                .optional();
    }

    /** False when it was decided already. */
    boolean decide(UUID id, Viewer by, boolean grant, String why) {
        return jdbc.sql("""
                                update warning.export
                                set state = ?, decided_staff = ?, decided_by = ?, decided_at = lianxin_now(), decided_why = ?
                                where id = ? and state = 'asked' and staff_id <> ?""")
                        .params(grant ? "agreed" : "refused", by.staffId(), by.name(), why, id, by.staffId())
                        .update()
                == 1;
    }

    /** True for the one who comes first. */
    boolean take(UUID id, Viewer by) {
        return jdbc.sql("""
                                update warning.export set state = 'taken', taken_at = lianxin_now()
                                where id = ? and state = 'agreed' and staff_id = ?""").params(id, by.staffId()).update() == 1;
    }

    private static Export read(ResultSet row, int n) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("unmasked"),
                List.of((UUID[]) row.getArray("episodes").getArray()),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("decided_why"));
    }
}
