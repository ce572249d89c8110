package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.FollowUp;
import org.lianxin.warning.domain.FollowUp.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follow-ups as rows. Those of an earlier round, or of an episode that is open again, are left behind. */
@Component
public class FollowUpBook {

    private final JdbcClient jdbc;

    FollowUpBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ordered whether somebody has been told to ask */
    public record Planned(
            int day,
            Instant dueAt,
            boolean ordered,
            @Nullable Result result) {}

    /** FU-01: from the moment of closing. */
    void plan(EpisodeRow episode) {
        FollowUp.DAYS.forEach(day -> plan(episode, day));
    }

    void plan(EpisodeRow episode, int day) {
        jdbc.sql("""
                        insert into warning.follow_up (episode_id, round, day, due_at)
                        select id, round, :day, coalesce(closed_at, lianxin_now()) + make_interval(days => :day)
                        from warning.episode where id = :id
                        on conflict (episode_id, round, day) do update
                        set due_at = excluded.due_at, ordered_at = null, result = null, done_at = null""").param("day", day).param("id", episode.id()).update();
    }

    List<UUID> due(int most) {
        return jdbc.sql("""
                        select f.episode_id from warning.follow_up f
                        join warning.episode e on e.id = f.episode_id and e.round = f.round and e.closed_at is not null
                        where f.ordered_at is null and f.due_at <= lianxin_now() and e.expired_at is null
                        order by f.due_at limit :most""")
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The days that are due; they count as ordered from now on. */
    List<Integer> takeDue(EpisodeRow episode) {
        return jdbc.sql("""
                        update warning.follow_up set ordered_at = lianxin_now()
                        where episode_id = :id and round = :round and ordered_at is null and due_at <= lianxin_now()
                        returning day""")
                .param("id", episode.id())
                .param("round", episode.round())
                .query((row, n) -> row.getInt("day"))
                .list();
    }

    /** The latest that was ordered and has no answer yet. */
    Optional<Integer> open(EpisodeRow episode) {
        return jdbc.sql("""
                        select day from warning.follow_up
                        where episode_id = :id and round = :round and ordered_at is not null and result is null
                        order by day desc limit 1""")
                .param("id", episode.id())
                .param("round", episode.round())
                .query(Integer.class)
                .optional();
    }

    void answer(EpisodeRow episode, int day, Result result) {
        jdbc.sql("""
                        update warning.follow_up set result = :result, done_at = lianxin_now()
                        where episode_id = :id and round = :round and day <= :day and ordered_at is not null and result is null""")
                .param("result", result.word())
                .param("id", episode.id())
                .param("round", episode.round())
                .param("day", day)
                .update();
    }

    /** Those of the episode's present round. */
    public List<Planned> list(EpisodeRow episode) {
        return jdbc.sql("""
                        select day, due_at, ordered_at is not null as ordered, result from warning.follow_up
                        where episode_id = :id and round = :round order by day""")
                .param("id", episode.id())
                .param("round", episode.round())
                .query((row, n) -> new Planned(
                        row.getInt("day"),
                        EpisodeRows.instant(row, "due_at"),
                        row.getBoolean("ordered"),
                        Optional.ofNullable(row.getString("result"))
                                .flatMap(Result::find)
                                .orElse(null)))
                .list();
    }

    /** What was counted as saved until a loss came in time. */
    public long unsavedCents(EpisodeRow episode) {
        return jdbc.sql("select unsaved_cents from warning.episode where id = :id")
                .param("id", episode.id())
                .query(Long.class)
                .single();
    }
}
