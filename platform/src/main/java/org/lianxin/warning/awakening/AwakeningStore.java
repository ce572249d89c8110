package org.lianxin.warning.awakening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.awakening.Session.Event;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sessions and what was done in them, as rows within the reach of the current transaction. */
@Component
class AwakeningStore {

    private static final String COLUMNS =
            "id, episode_id, state, step, scam_type, paper::text as paper, before, after, agreed, days, opened_at, ended_at";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    AwakeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID episode, String scamType, Paper paper) {
        jdbc.sql("""
                        insert into warning.awakening (id, episode_id, state, step, scam_type, paper, opened_at)
                        values (:id, :episode, 'listening', 'listening', :type, :paper::jsonb, lianxin_now())""")
                .param("id", id)
                .param("episode", episode)
                .param("type", scamType)
                .param("paper", JSON.writeValueAsString(paper))
                .update();
    }

    void note(Session session, Viewer by, String deed, @Nullable String detail) {
        note(session.id(), session.episodeId(), by, new Noted(deed, session.step(), detail));
    }

    /** What was done, in which step. */
    record Noted(String deed, State step, @Nullable String detail) {}

    void note(UUID session, UUID episode, Viewer by, Noted noted) {
        jdbc.sql("""
                        insert into warning.awakening_event (id, awakening_id, episode_id, at, staff_id, deed, step, detail)
                        values (:id, :session, :episode, lianxin_now(), :staff, :deed, :step, :detail)""")
                .param("id", Uuid7.next())
                .param("session", session)
                .param("episode", episode)
                .param("staff", by.staffId())
                .param("deed", noted.deed())
                .param("step", noted.step().word())
                .param("detail", noted.detail())
                .update();
    }

    void move(Session session, State to) {
        jdbc.sql("""
                        update warning.awakening
                        set state = :state, step = :step, ended_at = case when :over then lianxin_now() end
                        where id = :id""")
                .param("state", to.word())
                .param("step", (to.number() > 0 ? to : session.step()).word())
                .param("over", to.isOver())
                .param("id", session.id())
                .update();
    }

    void believe(UUID session, Belief before) {
        jdbc.sql("update warning.awakening set before = :before where id = :id")
                .param("before", before.word())
                .param("id", session)
                .update();
    }

    void conclude(UUID session, Belief after, List<String> agreed, int days) {
        jdbc.sql("update warning.awakening set after = :after, agreed = :agreed, days = :days where id = :id")
                .param("after", after.word())
                .param("agreed", String.join(",", agreed))
                .param("days", days, Types.INTEGER)
                .param("id", session)
                .update();
    }

    Optional<UUID> findRunning(UUID episode) {
        return jdbc.sql("select id from warning.awakening where episode_id = :id and ended_at is null")
                .param("id", episode)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    Optional<Session> find(UUID id) {
        return one("select " + COLUMNS + " from warning.awakening where id = :id", id);
    }

    /** The session, kept from changing until the end of the transaction. */
    Optional<Session> lock(UUID id) {
        return one("select " + COLUMNS + " from warning.awakening where id = :id for no key update", id);
    }

    private Optional<Session> one(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(AwakeningStore::read)
                .optional()
                .map(session -> session.with(events(session.id())));
    }

    List<Session> ofEpisode(UUID episode) {
        return jdbc
                .sql("select " + COLUMNS
                        + " from warning.awakening where episode_id = :id order by opened_at desc, id limit :most")
                .param("id", episode)
                .param("most", MOST)
                .query(AwakeningStore::read)
                .list()
                .stream()
                .map(session -> session.with(events(session.id())))
                .toList();
    }

    /** Those under way first, then the latest; by time alone, never by anything about a person. */
    List<Session> latest() {
        return jdbc
                .sql("select " + COLUMNS
                        + " from warning.awakening order by ended_at is not null, opened_at desc, id limit :most")
                .param("most", MOST)
                .query(AwakeningStore::read)
                .list()
                .stream()
                .map(session -> session.with(events(session.id())))
                .toList();
    }

    private List<Event> events(UUID session) {
        return jdbc.sql("select at, staff_id, deed, step, detail from warning.awakening_event"
                        + " where awakening_id = :id order by at, id")
                .param("id", session)
                .query((row, n) -> new Event(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("staff_id", UUID.class),
                        row.getString("deed"),
                        row.getString("step"),
                        row.getString("detail")))
                .list();
    }

    private static Session read(ResultSet row, int ignored) throws SQLException {
        String agreed = row.getString("agreed");
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                State.of(row.getString("state")),
                State.of(row.getString("step")),
                row.getString("scam_type"),
                JSON.readValue(row.getString("paper"), Paper.class),
                belief(row.getString("before")),
                belief(row.getString("after")),
                agreed == null || agreed.isEmpty() ? List.of() : Arrays.asList(agreed.split(",", -1)),
                row.getObject("days", Integer.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ended(row),
                List.of());
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Belief belief(@Nullable String word) {
        return word == null ? null : Belief.find(word).orElse(null);
    }
}
