package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about an episode, line by line; never personal content. */
@Component
public class Chronicle {

    private final JdbcClient jdbc;
    private final ScopedTransactions transactions;

    Chronicle(JdbcClient jdbc, ScopedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @param what for example {@code outcome.reached} */
    public record Line(Instant at, String actor, String what, @Nullable String detail) {}

    /** @param detail short, without personal content */
    void note(UUID episode, String what, @Nullable String detail) {
        ScopedTransactions.Actor actor = transactions.actor();
        jdbc.sql("""
                        insert into warning.history (id, episode_id, at, actor, staff_id, what, detail)
                        values (:id, :episode, lianxin_now(), :actor, :staff, :what, to_jsonb(:detail::text))
                        """)
                .param("id", Uuid7.next())
                .param("episode", episode)
                .param("actor", actor.name())
                .param("staff", actor.staffId(), java.sql.Types.OTHER)
                .param("what", what)
                .param("detail", detail, java.sql.Types.VARCHAR)
                .update();
    }

    public List<Line> list(UUID episode) {
        return jdbc.sql("""
                        select at, actor, what, detail #>> '{}' as detail from warning.history
                        where episode_id = :id order by at desc, id desc limit 200
                        """)
                .param("id", episode)
                .query((row, n) -> new Line(
                        EpisodeRows.instant(row, "at"), row.getString("actor"), row.getString("what"), row.getString("detail")))
                .list();
    }

    /** How many outcomes were recorded so far: what is ordered next gets a number of its own. */
    int outcomes(UUID episode) {
        return jdbc.sql("select count(*)::int from warning.history where episode_id = :id and what like 'outcome.%'")
                .param("id", episode)
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
