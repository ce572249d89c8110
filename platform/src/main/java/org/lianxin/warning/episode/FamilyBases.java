package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.FamilyBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** TK-03: on what basis family is asked, who recorded it and when, by round of the episode. */
@Component
public class FamilyBases {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    FamilyBases(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public record Recorded(FamilyBasis basis, UUID staffId, Instant at) {}

    void record(EpisodeRow episode, FamilyBasis basis, Viewer by) {
        jdbc.sql("""
                        insert into warning.family_basis (id, episode_id, round, basis, staff_id, recorded_at)
                        values (:id, :episode, :round, :basis, :staff, lianxin_now())""")
                .param("id", Uuid7.next())
                .param("episode", episode.id())
                .param("round", episode.round())
                .param("basis", basis.word())
                .param("staff", by.staffId())
                .update();
        audit.deed(new AuditLog.Deed("warning.family.basis", NextOrders.subject(episode), 1, "done", basis.word()));
    }

    /** The latest of this round. */
    public Optional<Recorded> find(EpisodeRow episode) {
        return jdbc.sql("""
                        select basis, staff_id, recorded_at from warning.family_basis
                        where episode_id = :episode and round = :round order by recorded_at desc, id desc limit 1""")
                .param("episode", episode.id())
                .param("round", episode.round())
                .query((row, n) -> new Recorded(
                        FamilyBasis.find(row.getString("basis")).orElseThrow(),
                        row.getObject("staff_id", UUID.class),
                        EpisodeRows.instant(row, "recorded_at")))
                .optional();
    }
}
