package org.lianxin.indicator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.indicator.store.Tallies.Cell;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.EpisodeFact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** A change costs what changed, however many warnings the day has besides. */
@Repository
class JdbcFactStore implements FactStore {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LOCK = 0x696e_6469_6361_746fL;

    private static final String INSERT =
            "insert into indicator.fact select * from jsonb_populate_recordset(null::indicator.fact, :lines::jsonb)";

    /** What makes a warning count for a figure. */
    static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("warnings", "true"),
            Map.entry("lost", "lost_cents > 0"),
            Map.entry("reached-5", "reached_at <= received_at + interval '5 minutes'"),
            Map.entry("reached-30", "reached_at <= received_at + interval '30 minutes'"),
            Map.entry("by-phone", "reached_at is not null and reached_by = 'phone'"),
            Map.entry("by-message", "reached_at is not null and reached_by = 'message'"),
            Map.entry("by-visit", "reached_at is not null and reached_by = 'visit'"),
            Map.entry("by-track", "reached_at is not null and reached_by = 'track'"),
            Map.entry("saved", "saved_cents > 0"),
            Map.entry("saved-first", "saved_cents + unsaved_cents > 0"),
            Map.entry("saved-cents", "saved_cents > 0"),
            Map.entry("saved-first-cents", "saved_cents + unsaved_cents > 0"));

    private final JdbcClient jdbc;
    private final Tallies tallies;

    JdbcFactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tallies = new Tallies(jdbc);
    }

    @Override
    public boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    @Override
    public void learn(List<EpisodeFact> facts, List<UUID> gone) {
        String[] ids = java.util.stream.Stream.concat(facts.stream().map(EpisodeFact::id), gone.stream())
                .map(UUID::toString)
                .toArray(String[]::new);
        List<Cell> left = tallies.change(
                -1, "delete from indicator.fact where episode_id = any(:ids::uuid[]) returning *", Map.of("ids", ids));
        tallies.change(1, INSERT + " returning *", lines(facts));
        tallies.forgetEmpty(left);
    }

    private static LocalDate day(EpisodeFact fact) {
        return fact.receivedAt().atZone(ZONE).toLocalDate();
    }

    /** One row of the insert; names are its columns. */
    private record Line(
            String episode_id,
            String number,
            String unit_id,
            String unit_path,
            String day,
            String received_at,
            String source,
            int level,
            String scam_type,
            String state,
            @Nullable String reached_at,
            @Nullable String reached_by,
            boolean false_alarm,
            long saved_cents,
            long unsaved_cents,
            long lost_cents,
            @Nullable Integer called_hour,
            @Nullable Boolean call_reached,
            @Nullable String script_type,
            @Nullable Integer script_version,
            @Nullable String belief) {

        static Line of(EpisodeFact fact) {
            Instant called = fact.call().at();
            Instant reached = fact.reachedAt();
            return new Line(
                    fact.id().toString(),
                    fact.number(),
                    fact.unitId().toString(),
                    fact.unitPath(),
                    JdbcFactStore.day(fact).toString(),
                    fact.receivedAt().toString(),
                    fact.source(),
                    fact.level(),
                    fact.scamType(),
                    fact.state(),
                    reached == null ? null : reached.toString(),
                    fact.reachedBy(),
                    fact.falseAlarm(),
                    fact.savedCents(),
                    fact.unsavedCents(),
                    fact.lostCents(),
                    called == null ? null : called.atZone(ZONE).getHour(),
                    fact.call().reached(),
                    fact.spoken().scriptType(),
                    fact.spoken().scriptVersion(),
                    fact.spoken().belief());
        }
    }

    private static Map<String, String> lines(List<EpisodeFact> facts) {
        return Map.of(
                "lines", JSON.writeValueAsString(facts.stream().map(Line::of).toList()));
    }

    @Override
    public void take(List<EpisodeFact> facts) {
        jdbc.sql(INSERT).params(lines(facts)).update();
    }

    @Override
    public void countAll() {
        tallies.change(1, "select * from indicator.fact", Map.of());
    }

    @Override
    public void forgetAll() {
        jdbc.sql("delete from indicator.fact").update();
        tallies.forgetAll();
    }

    @Override
    public List<Row> list(Behind behind, @Nullable Cursor after, int most) {
        String condition = CONDITIONS.get(behind.condition());
        if (condition == null) {
            throw new IllegalArgumentException("no such figure: " + behind.condition());
        }
        return jdbc.sql("""
                        select * from indicator.fact
                        where day >= :from and day < :to and unit_path >= :lo and unit_path < :hi
                          and (received_at, episode_id) < (:at, :id) and %s
                        order by received_at desc, episode_id desc limit :most""".formatted(condition))
                .param("from", behind.from())
                .param("to", behind.to())
                .param("lo", behind.unit().value())
                .param("hi", behind.unit().end())
                .param(
                        "at",
                        (after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at()).atOffset(ZoneOffset.UTC))
                .param("id", after == null ? new UUID(-1, -1) : after.id())
                .param("most", most)
                .query(JdbcFactStore::row)
                .list();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime reached = row.getObject("reached_at", OffsetDateTime.class);
        return new Row(
                row.getObject("episode_id", UUID.class),
                row.getString("number"),
                row.getObject("unit_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getInt("level"),
                row.getString("scam_type"),
                row.getString("state"),
                reached == null ? null : reached.toInstant(),
                row.getString("reached_by"),
                row.getBoolean("false_alarm"),
                row.getLong("saved_cents"),
                row.getLong("lost_cents"));
    }

    @Override
    public List<Tried> tried(UnitPath unit, LocalDate since) {
        return jdbc.sql("""
                        with f as materialized (select * from indicator.fact where day >= :since and unit_path >= :lo and unit_path < :hi)
                        select 'script' as what, script_type || '/' || script_version as key, count(*) as n, count(*) as reached,
                            count(*) as told, count(*) filter (where belief = 'believes') as believed,
                            count(*) filter (where saved_cents > 0) as saved
                        from f where belief is not null group by 2
                        union all
                        select 'channel', reached_by, count(*), count(*), count(belief), count(*) filter (where belief = 'believes'),
                            count(*) filter (where saved_cents > 0)
                        from f where reached_at is not null and reached_by is not null group by 2
                        union all
                        select 'hour', lpad((called_hour / 3 * 3)::text, 2, '0'), count(*), count(*) filter (where call_reached),
                            count(belief), count(*) filter (where belief = 'believes'), count(*) filter (where saved_cents > 0)
                        from f where call_reached is not null group by 2
                        order by 1, 2""")
                .param("since", since)
                .param("lo", unit.value())
                .param("hi", unit.end())
                .query((row, n) -> new Tried(
                        row.getString("what"),
                        row.getString("key"),
                        row.getLong("n"),
                        row.getLong("reached"),
                        row.getLong("told"),
                        row.getLong("believed"),
                        row.getLong("saved")))
                .list();
    }
}
