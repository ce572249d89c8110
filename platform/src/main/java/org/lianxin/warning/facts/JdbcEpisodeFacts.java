package org.lianxin.warning.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.EpisodeFact;
import org.lianxin.warning.EpisodeFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads facts from episodes, their first signal and their calls. */
@Repository
class JdbcEpisodeFacts implements EpisodeFacts {

    // The first signal by an aggregate: "order by received_at limit 1" tempts the planner to walk the index over all
    // times instead.
    private static final String FACTS = """
            select e.id, e.number, e.unit_id, e.unit_path, e.received_at, coalesce(s.source, '') as source, e.level, e.scam_type,
                e.state, e.reached_at, coalesce(e.reached_by, case when e.seen_at <= e.reached_at then 'visit' end) as reached_by,
                e.false_alarm, e.saved_cents, e.unsaved_cents, e.lost_cents, c.placed_at, c.reached, said.script_type,
                said.script_version, said.belief
            from warning.episode e
            left join lateral (select (array_agg(s.source order by s.received_at, s.id))[1] as source
                               from warning.signal s where s.episode_id = e.id) s on true
            left join lateral (select c.placed_at, c.result = 'reached' as reached from warning.phone_call c
                               where c.episode_id = e.id and c.own and c.result is distinct from 'not-made' order by c.placed_at, c.id limit 1) c on true
            left join lateral (select c.script_type, c.script_version, c.belief from warning.phone_call c
                               where c.episode_id = e.id and c.belief is not null order by c.placed_at desc, c.id desc limit 1) said on true
            where e.state <> 'history' and e.outcome is distinct from 'joined' and\s""";

    private final JdbcClient jdbc;

    JdbcEpisodeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Changed takeChanged(int most) {
        List<UUID> ids = jdbc.sql("""
                        with taken as (
                            delete from warning.changed_episode
                            where ctid = any(array(select ctid from warning.changed_episode limit :most))
                            returning episode_id)
                        select distinct episode_id from taken""")
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        if (ids.isEmpty()) {
            return new Changed(0, List.of(), List.of());
        }
        List<EpisodeFact> facts = jdbc.sql(FACTS + "e.id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(JdbcEpisodeFacts::fact)
                .list();
        Set<UUID> gone = new HashSet<>(ids);
        facts.forEach(fact -> gone.remove(fact.id()));
        return new Changed(ids.size(), facts, List.copyOf(gone));
    }

    @Override
    public void forgetChanges() {
        jdbc.sql("delete from warning.changed_episode").update();
    }

    @Override
    public List<EpisodeFact> list(@Nullable UUID after, int most) {
        return jdbc.sql(FACTS + "e.id > :after order by e.id limit :most")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", most)
                .query(JdbcEpisodeFacts::fact)
                .list();
    }

    private static EpisodeFact fact(ResultSet row, int ignored) throws SQLException {
        return new EpisodeFact(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_path"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getInt("level"),
                row.getString("scam_type"),
                row.getString("state"),
                instant(row, "reached_at"),
                row.getString("reached_by"),
                row.getBoolean("false_alarm"),
                row.getLong("saved_cents"),
                row.getLong("unsaved_cents"),
                row.getLong("lost_cents"),
                new EpisodeFact.FirstCall(instant(row, "placed_at"), row.getObject("reached", Boolean.class)),
                new EpisodeFact.Spoken(
                        row.getString("script_type"),
                        row.getObject("script_version", Integer.class),
                        row.getString("belief")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
