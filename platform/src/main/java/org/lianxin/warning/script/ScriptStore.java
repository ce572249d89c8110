package org.lianxin.warning.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of scripts as rows; nothing is ever changed but their state. Writes are for the job that keeps them. */
@Component
class ScriptStore {

    private static final String COLUMNS =
            "scam_type, version, state, base, content, made_at, made_by, live_since, live_by, reason";
    private static final int MOST_VERSIONS = 100;

    private final JdbcClient jdbc;

    ScriptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param base the version it was made from; 0 for what came with the product */
    record Row(
            String scamType,
            int version,
            String state,
            int base,
            String content,
            Instant madeAt,
            String madeBy,
            @Nullable Instant liveSince,
            @Nullable String liveBy,
            @Nullable String reason) {

        boolean isDraft() {
            return state.equals("draft");
        }
    }

    /** Live and latest versions of all types: enough to say what is in use and what waits. */
    List<Row> listLiveAndDrafts() {
        return jdbc.sql("select " + COLUMNS + " from warning.script_version s where state = 'live' or (state = 'draft'"
                        + " and version = (select max(version) from warning.script_version n where n.scam_type = s.scam_type))"
                        + " order by scam_type, version")
                .query(ScriptStore::row)
                .list();
    }

    List<Row> list(String scamType) {
        return jdbc.sql("select " + COLUMNS
                        + " from warning.script_version where scam_type = :type order by version desc limit :most")
                .param("type", scamType)
                .param("most", MOST_VERSIONS)
                .query(ScriptStore::row)
                .list();
    }

    Optional<Row> find(String scamType, int version) {
        return jdbc.sql("select " + COLUMNS
                        + " from warning.script_version where scam_type = :type and version = :version")
                .param("type", scamType)
                .param("version", version)
                .query(ScriptStore::row)
                .optional();
    }

    Optional<Row> findLive(String scamType) {
        return jdbc.sql("select " + COLUMNS + " from warning.script_version where scam_type = :type and state = 'live'")
                .param("type", scamType)
                .query(ScriptStore::row)
                .optional();
    }

    /** The number of the live version, kept from changing until the end of the transaction. */
    OptionalInt lockLive(String scamType) {
        return jdbc.sql(
                        "select version from warning.script_version where scam_type = :type and state = 'live' for update")
                .param("type", scamType)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Version 1 of a type that has none yet. */
    int addShipped(String scamType, String content, String reason) {
        return jdbc.sql("""
                        insert into warning.script_version (scam_type, version, state, base, content, made_at, made_by, live_since,
                            live_by, reason)
                        values (:type, 1, 'live', 0, :content, lianxin_now(), 'lianxin', lianxin_now(), 'lianxin', :reason)
                        on conflict do nothing""")
                .param("type", scamType)
                .param("content", content)
                .param("reason", reason)
                .update();
    }

    /** Keeps a draft under the next number, which it returns. */
    int addDraft(String scamType, int base, String content, String by) {
        return jdbc.sql("""
                        insert into warning.script_version (scam_type, version, state, base, content, made_at, made_by)
                        select :type, max(version) + 1, 'draft', :base, :content, lianxin_now(), :by
                        from warning.script_version where scam_type = :type
                        returning version""")
                .param("type", scamType)
                .param("base", base)
                .param("content", content)
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    void goLive(Row draft, String by, String reason) {
        jdbc.sql("update warning.script_version set state = 'retired' where scam_type = :type and state = 'live'")
                .param("type", draft.scamType())
                .update();
        jdbc.sql("""
                        update warning.script_version set state = 'live', live_since = lianxin_now(), live_by = :by, reason = :reason
                        where scam_type = :type and version = :version""")
                .param("by", by)
                .param("reason", reason)
                .param("type", draft.scamType())
                .param("version", draft.version())
                .update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime since = row.getObject("live_since", OffsetDateTime.class);
        return new Row(
                row.getString("scam_type"),
                row.getInt("version"),
                row.getString("state"),
                row.getInt("base"),
                row.getString("content"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                since == null ? null : since.toInstant(),
                row.getString("live_by"),
                row.getString("reason"));
    }
}
