package org.lianxin.warning.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Fired;
import org.lianxin.warning.domain.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Episodes one by one, within the reach of the current transaction. */
@Component
public class EpisodeRows {

    static final String COLUMNS = """
            e.id, e.number, e.state, e.unit_id, e.unit_path, e.answering_unit, e.centre_unit, e.holder_staff, e.place_code,
            e.place_name, e.routing_note, e.candidates::text as candidates, e.urgency, e.rank, e.why::text as why, e.rule_version,
            e.level, e.scam_type, e.amount_cents, e.money_moving, e.name_masked, e.phone_masked, e.gender, e.age_decade,
            e.person_token, e.data_key, e.signal_count, e.first_signal_at, e.last_signal_at, e.received_at, e.round, e.saved_cents,
            e.lost_cents, e.outcome, e.closed_at
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fired>> FIRED = new TypeReference<>() {};

    private final JdbcClient jdbc;

    EpisodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<EpisodeRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from warning.episode e where e.id = :id")
                .param("id", id)
                .query(EpisodeRows::read)
                .optional();
    }

    /** The episode, kept from changing until the end of the transaction. */
    Optional<EpisodeRow> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from warning.episode e where e.id = :id for no key update")
                .param("id", id)
                .query(EpisodeRows::read)
                .optional();
    }

    Optional<UUID> findByNumber(String number) {
        return jdbc.sql("select id from warning.episode where number = :number")
                .param("number", number)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** A signal of an episode without its personal content. */
    public record SignalRow(
            UUID id,
            Instant at,
            String source,
            String sourceId,
            Level level,
            String scamType,
            @Nullable Long amountCents,
            boolean moneyMoving) {}

    public List<SignalRow> listSignals(UUID episode) {
        return jdbc.sql("""
                        select id, occurred_at, source, source_id, level, scam_type, amount_cents, money_moving
                        from warning.signal where episode_id = :id order by occurred_at desc, id desc limit 200
                        """)
                .param("id", episode)
                .query((row, n) -> new SignalRow(
                        row.getObject(1, UUID.class),
                        instant(row, "occurred_at"),
                        row.getString("source"),
                        row.getString("source_id"),
                        Level.ofCode(row.getInt("level")),
                        row.getString("scam_type"),
                        optionalLong(row, "amount_cents"),
                        row.getBoolean("money_moving")))
                .list();
    }

    static EpisodeRow read(ResultSet row, int n) throws SQLException {
        return new EpisodeRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                EpisodeState.of(row.getString("state")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_path"),
                row.getObject("answering_unit", UUID.class),
                row.getObject("centre_unit", UUID.class),
                row.getObject("holder_staff", UUID.class),
                row.getString("place_code"),
                row.getString("place_name"),
                row.getString("routing_note"),
                row.getString("candidates"),
                row.getInt("urgency"),
                row.getInt("rank"),
                JSON.readValue(row.getString("why"), FIRED),
                row.getInt("rule_version"),
                Level.ofCode(row.getInt("level")),
                row.getString("scam_type"),
                optionalLong(row, "amount_cents"),
                row.getBoolean("money_moving"),
                row.getString("name_masked"),
                row.getString("phone_masked"),
                row.getString("gender"),
                optionalInt(row, "age_decade"),
                row.getString("person_token"),
                row.getObject("data_key", UUID.class),
                row.getInt("signal_count"),
                instant(row, "first_signal_at"),
                instant(row, "last_signal_at"),
                instant(row, "received_at"),
                row.getInt("round"),
                row.getLong("saved_cents"),
                row.getLong("lost_cents"),
                row.getString("outcome"),
                optionalInstant(row, "closed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
