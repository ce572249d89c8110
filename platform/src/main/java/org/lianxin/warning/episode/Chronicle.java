package org.lianxin.warning.episode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was done about an episode, line by line; never personal content. */
@Component
public class Chronicle {

    private static final ScopedTransactions.SystemJob WORDS = new ScopedTransactions.SystemJob("warning.notes", true);

    private static final String CONTEXT = "warning.note.sealed";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final ScopedTransactions transactions;
    private final Vault vault;

    Chronicle(JdbcClient jdbc, ScopedTransactions transactions, Vault vault) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
    }

    /**
     * What is known of a line besides what was done; every part may be missing.
     *
     * @param order kind of the order that was acted on
     * @param to the place it was routed to, the unit it was handed to
     * @param number of the other episode, for joining and parting
     */
    public record Detail(
            @Nullable String order,
            @Nullable Long savedCents,
            @Nullable Long lostCents,
            @Nullable String to,
            @Nullable String number) {

        static final Detail NONE = new Detail(null, null, null, null, null);

        static Detail to(String name) {
            return new Detail(null, null, null, name, null);
        }

        static Detail episode(String number) {
            return new Detail(null, null, null, null, number);
        }
    }

    /**
     * @param actor a staff number or the name of a job
     * @param what for example {@code outcome.reached}
     */
    public record Line(Instant at, String actor, @Nullable UUID staffId, String what, Detail detail) {}

    void note(UUID episode, String what) {
        note(episode, what, Detail.NONE);
    }

    void note(UUID episode, String what, Detail detail) {
        ScopedTransactions.Actor actor = transactions.actor();
        jdbc.sql("""
                        insert into warning.history (id, episode_id, at, actor, staff_id, what, detail)
                        values (:id, :episode, lianxin_now(), :actor, :staff, :what, jsonb_strip_nulls(:detail::jsonb))
                        """)
                .param("id", Uuid7.next())
                .param("episode", episode)
                .param("actor", actor.name())
                .param("staff", actor.staffId(), java.sql.Types.OTHER)
                .param("what", what)
                .param("detail", JSON.writeValueAsString(detail))
                .update();
    }

    /** Keeps a person's own words, sealed under the key of the episode. */
    void keepWords(EpisodeRow episode, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return;
        }
        UUID staff = transactions.actor().staffId();
        byte[] plain = words.getBytes(StandardCharsets.UTF_8);
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
                        .param("sealed", vault.seal(episode.dataKey(), CONTEXT, plain))
                        .update());
    }

    public List<Line> list(UUID episode) {
        return jdbc.sql("""
                        select at, actor, staff_id, what, coalesce(detail, '{}')::text as detail from warning.history
                        where episode_id = :id order by at desc, id desc limit 200
                        """)
                .param("id", episode)
                .query((row, n) -> new Line(
                        EpisodeRows.instant(row, "at"),
                        row.getString("actor"),
                        row.getObject("staff_id", UUID.class),
                        row.getString("what"),
                        JSON.readValue(row.getString("detail"), Detail.class)))
                .list();
    }

    /** What people wrote, oldest first. Call in a transaction with a purpose. */
    public List<Note> listWords(EpisodeRow episode) {
        return jdbc.sql("""
                        select at, staff_id, data_key, sealed from warning.note where episode_id = :id order by at, id limit 100
                        """)
                .param("id", episode.id())
                .query((row, n) -> new Note(
                        EpisodeRows.instant(row, "at"),
                        row.getObject("staff_id", UUID.class),
                        new String(
                                vault.open(row.getObject("data_key", UUID.class), CONTEXT, row.getBytes("sealed")),
                                StandardCharsets.UTF_8)))
                .list();
    }

    /** Somebody's own words about an episode. */
    public record Note(Instant at, @Nullable UUID staffId, String words) {
        @Override
        public String toString() {
            return "Note[" + at + "]";
        }
    }

    /** How many outcomes were recorded so far: what is ordered next gets a number of its own. */
    int outcomes(UUID episode) {
        return jdbc.sql("select count(*)::int from warning.history where episode_id = :id and what like 'outcome.%'")
                .param("id", episode)
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
