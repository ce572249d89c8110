package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about an episode, line by line; never personal content. */
@Component
public class Chronicle {

    private static final ScopedTransactions.SystemJob WORDS = new ScopedTransactions.SystemJob("warning.notes", true);

    private final JdbcClient jdbc;
    private final ScopedTransactions transactions;
    private final Vault vault;

    Chronicle(JdbcClient jdbc, ScopedTransactions transactions, Vault vault) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
    }

    /** @param what for example {@code outcome.reached} */
    public record Line(
            Instant at, String actor, String what, @Nullable String detail) {}

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

    /** Keeps a person's own words, sealed under the key of the episode. */
    void keepWords(EpisodeRow episode, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return;
        }
        UUID staff = transactions.actor().staffId();
        byte[] plain = words.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        transactions.runAs(
                WORDS,
                () -> jdbc.sql("""
                        insert into warning.note (id, episode_id, data_key, at, staff_id, sealed)
                        values (:id, :episode, :key, lianxin_now(), :staff, :sealed)
                        """)
                        .param("id", Uuid7.next())
                        .param("episode", episode.id())
                        .param("key", episode.dataKey())
                        .param("staff", staff, java.sql.Types.OTHER)
                        .param("sealed", vault.seal(episode.dataKey(), "warning.note.sealed", plain))
                        .update());
    }

    public List<Line> list(UUID episode) {
        return jdbc.sql("""
                        select at, actor, what, detail #>> '{}' as detail from warning.history
                        where episode_id = :id order by at desc, id desc limit 200
                        """)
                .param("id", episode)
                .query((row, n) -> new Line(
                        EpisodeRows.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("what"),
                        row.getString("detail")))
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
