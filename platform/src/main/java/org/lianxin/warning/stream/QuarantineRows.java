package org.lianxin.warning.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Slice;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.Quarantine.Counts;
import org.lianxin.warning.stream.Quarantine.Stray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records in quarantine. */
@Component
class QuarantineRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final String SELECT = """
            select id, unit_id, unit_path, source, topic, topic_partition, topic_offset, bytes, came_at, problems::text as problems,
                   state, decided_by, decided_at, data_key
            from warning.quarantine
            """;

    private final JdbcClient jdbc;

    QuarantineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mac of its bytes: a topic that was made anew counts its offsets from the beginning */
    record Identity(byte[] mac, UUID key) {}

    /** False when it is there already. */
    boolean insert(UUID id, Sender sender, Stray stray, Identity identity) {
        return jdbc.sql("""
                        insert into warning.quarantine (id, unit_id, unit_path, source, topic, topic_partition, topic_offset, mac,
                            bytes, came_at, problems, state, data_key)
                        values (:id, :unit, :path, :source, :topic, :partition, :offset, :mac, :bytes, lianxin_now(),
                            :problems::jsonb, 'waiting', :key)
                        on conflict (topic, topic_partition, topic_offset, mac) do nothing""")
                        .param("id", id)
                        .param("unit", sender.unit().id())
                        .param("path", sender.unit().path().value())
                        .param("source", sender.name())
                        .param("topic", stray.arrived().topic())
                        .param("partition", stray.arrived().partition())
                        .param("offset", stray.arrived().offset())
                        .param("mac", identity.mac())
                        .param("bytes", stray.arrived().value().length)
                        .param("problems", json(stray.problems()))
                        .param("key", identity.key())
                        .update()
                > 0;
    }

    void insertContent(UUID id, byte[] sealed) {
        jdbc.sql("insert into warning.quarantine_content (quarantine_id, sealed) values (?, ?)")
                .params(id, sealed)
                .update();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select sealed from warning.quarantine_content where quarantine_id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    Slice<QuarantineRow> list(QuarantineState state, @Nullable UUID after, int size) {
        List<QuarantineRow> rows = jdbc.sql(SELECT + """
                        where state = :state and (:after::uuid is null or id < :after::uuid) order by id desc limit :limit""")
                .param("state", state.word())
                .param("after", after == null ? null : after.toString(), java.sql.Types.VARCHAR)
                .param("limit", size + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(rows, size, each -> each.id().toString());
    }

    /** @param lock nobody else decides about it meanwhile */
    Optional<QuarantineRow> find(UUID id, boolean lock) {
        return jdbc.sql(SELECT + "where id = ?" + (lock ? " for update" : ""))
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    Counts counts() {
        Map<QuarantineState, Integer> counts = new EnumMap<>(QuarantineState.class);
        jdbc.sql("select state, count(*)::int from warning.quarantine group by state")
                .query(row -> {
                    counts.put(state(row.getString(1)), row.getInt(2));
                });
        return new Counts(
                counts.getOrDefault(QuarantineState.WAITING, 0),
                counts.getOrDefault(QuarantineState.TAKEN, 0),
                counts.getOrDefault(QuarantineState.SET_ASIDE, 0));
    }

    void explain(UUID id, List<Problem> problems) {
        jdbc.sql("update warning.quarantine set problems = ?::jsonb where id = ?")
                .params(json(problems), id)
                .update();
    }

    void decide(UUID id, QuarantineState state, String by) {
        jdbc.sql("update warning.quarantine set state = ?, decided_by = ?, decided_at = lianxin_now() where id = ?")
                .params(state.word(), by, id)
                .update();
    }

    private static String json(List<Problem> problems) {
        return JSON.writeValueAsString(problems).replace("\\u0000", "");
    }

    private static QuarantineState state(String word) {
        return QuarantineState.find(word).orElseThrow();
    }

    private static QuarantineRow read(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new QuarantineRow(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                new UnitPath(row.getString("unit_path")),
                row.getString("source"),
                row.getString("topic"),
                row.getInt("topic_partition"),
                row.getLong("topic_offset"),
                row.getInt("bytes"),
                Objects.requireNonNull(row.getObject("came_at", OffsetDateTime.class))
                        .toInstant(),
                JSON.readValue(row.getString("problems"), PROBLEMS),
                state(row.getString("state")),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getObject("data_key", UUID.class));
    }
}
