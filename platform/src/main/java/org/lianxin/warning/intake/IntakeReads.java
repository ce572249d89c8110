package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Joining;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.intake.Prepared.SourceKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the intake asks the database before it writes: one statement each, whatever the size of the batch. */
@Component
class IntakeReads {

    private final JdbcClient jdbc;

    IntakeReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A signal that had come in before. */
    record Earlier(UUID signalId, Bytes mac, String takenAs, UUID episodeId, String episodeNumber) {}

    /**
     * Waits for whoever is working on one of the same persons or source ids, always in the same order, and tells the time. The
     * plans of the transaction must not depend on how big the tables were when they were first planned.
     */
    Instant lock(List<Prepared> batch) {
        long[] keys = batch.stream()
                .flatMapToLong(each -> LongStream.concat(LongStream.of(each.sourceLock()), personKeys(each)))
                .sorted()
                .distinct()
                .toArray();
        return jdbc.sql("""
                        select lianxin_now() as now, set_config('enable_seqscan', 'off', true),
                               set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                               set_config('plan_cache_mode', 'force_generic_plan', true),
                               (select count(pg_advisory_xact_lock(k)) from unnest(:keys) k)
                        """)
                .param("keys", keys)
                .query((row, n) ->
                        row.getObject("now", java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    private static LongStream personKeys(Prepared signal) {
        return Stream.of(signal.person().idKey(), signal.person().phoneNameKey())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue);
    }

    /** What came in before from the same senders under the same source ids. */
    Map<SourceKey, Earlier> earlier(List<Prepared> batch) {
        Map<SourceKey, Earlier> earlier = new HashMap<>();
        jdbc.sql("""
                        select s.source_id, s.sender, s.id, s.content_mac, s.taken_as, s.episode_id, e.number
                        from unnest(:ids::text[], :senders::uuid[]) i(source_id, sender)
                        cross join lateral (
                            select * from warning.signal s
                            where s.source_id = i.source_id and s.sender = i.sender offset 0) s
                        cross join lateral (select number from warning.episode e where e.id = s.episode_id offset 0) e
                        """)
                .params(new Columnar<>(batch)
                        .text("ids", each -> each.signal().sourceId())
                        .text("senders", each -> each.sender().namespace())
                        .arrays())
                .query(row -> {
                    earlier.put(
                            new SourceKey(row.getObject("sender", UUID.class), row.getString("source_id")),
                            new Earlier(
                                    row.getObject("id", UUID.class),
                                    new Bytes(row.getBytes("content_mac")),
                                    row.getString("taken_as"),
                                    row.getObject("episode_id", UUID.class),
                                    row.getString("number")));
                });
        return earlier;
    }

    /** Episodes that signals of the batch may join, locked until its end. */
    Joining<EpisodeWork> known(List<Prepared> batch, boolean lock) {
        Joining<EpisodeWork> joining = new Joining<>();
        long[] keys = batch.stream()
                .flatMapToLong(IntakeReads::personKeys)
                .sorted()
                .distinct()
                .toArray();
        if (keys.length == 0) {
            return joining;
        }
        Instant from = batch.stream()
                .map(each -> each.signal().occurredAt())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = batch.stream()
                .map(each -> each.signal().occurredAt())
                .max(Instant::compareTo)
                .orElseThrow();
        Map<UUID, EpisodeWork> found = new HashMap<>();
        jdbc.sql(KNOWN + (lock ? " for no key update of e" : ""))
                .param("keys", keys)
                .param("from", from.minus(Joining.WINDOW).atOffset(java.time.ZoneOffset.UTC))
                .param("to", to.plus(Joining.WINDOW).atOffset(java.time.ZoneOffset.UTC))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    EpisodeWork episode = found.get(id);
                    if (episode == null) {
                        episode = episode(row);
                        found.put(id, episode);
                    }
                    for (Long token : (Long[]) row.getArray("tokens").getArray()) {
                        joining.add(token, episode);
                    }
                });
        return joining;
    }

    /** From the tokens to the episodes, whatever the planner thinks of tables it has not counted yet. */
    static final String KNOWN = """
            with hit as materialized (select token, episode_id from warning.search_token where token = any (:keys))
            select (select array_agg(h.token) from hit h where h.episode_id = e.id) as tokens,
                   e.id, e.number, e.state, e.unit_id, e.unit_path, e.answering_unit, e.centre_unit, e.place_name, e.level, e.amount_cents, e.money_moving, e.vulnerabilities, e.phone_masked is not null as has_phone,
                   e.person_token, e.data_key, e.signal_count, e.first_signal_at, e.last_signal_at, e.round, e.ordered
            from warning.episode e
            where e.id = any (array(select episode_id from hit))
                and e.last_signal_at >= :from and e.first_signal_at <= :to and e.expired_at is null
            order by e.id""";

    private static EpisodeWork episode(java.sql.ResultSet row) throws java.sql.SQLException {
        long amount = row.getLong("amount_cents");
        boolean noAmount = row.wasNull();
        EpisodeWork episode = new EpisodeWork(
                new EpisodeWork.Identity(row.getObject("id", UUID.class), row.getObject("data_key", UUID.class), false),
                new EpisodeWork.Where(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_path"),
                        row.getObject("answering_unit", UUID.class),
                        row.getObject("centre_unit", UUID.class),
                        row.getString("place_name")),
                EpisodeState.of(row.getString("state")),
                new EpisodeWork.Stated(
                        Level.ofCode(row.getInt("level")),
                        noAmount ? null : amount,
                        row.getBoolean("money_moving"),
                        row.getInt("vulnerabilities"),
                        row.getBoolean("has_phone")),
                row.getObject("first_signal_at", java.time.OffsetDateTime.class).toInstant());
        episode.last =
                row.getObject("last_signal_at", java.time.OffsetDateTime.class).toInstant();
        episode.number = row.getString("number");
        episode.signals = row.getInt("signal_count");
        episode.round = row.getInt("round");
        episode.ordered = row.getInt("ordered");
        episode.knownAs(row.getString("person_token"));
        return episode;
    }
}
