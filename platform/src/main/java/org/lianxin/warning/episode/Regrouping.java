package org.lianxin.warning.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Masks;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Uuid7;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Triage;
import org.lianxin.warning.intake.Content;
import org.lianxin.warning.intake.RuleBook;
import org.lianxin.warning.intake.SealedContents;
import org.lianxin.warning.intake.SealedContents.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Moves signals between episodes: content is sealed again under the new episode's key, tokens and facts are worked out anew. */
@Component
class Regrouping {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EpisodeRows episodes;
    private final SealedContents contents;
    private final RuleBook rules;
    private final Vault vault;
    private final JdbcClient jdbc;

    Regrouping(EpisodeRows episodes, SealedContents contents, RuleBook rules, Vault vault, JdbcClient jdbc) {
        this.episodes = episodes;
        this.contents = contents;
        this.rules = rules;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    EpisodeRow split(EpisodeRow from, List<UUID> signals) {
        contents.forgetTokens(List.of(from.id()));
        UUID id = Uuid7.next();
        UUID key = vault.takeKeys(1).getFirst();
        jdbc.sql("""
                        insert into warning.episode (id, number, state, unit_id, unit_path, answering_unit, centre_unit, place_code,
                            place_name, routing_note, candidates, urgency, rank, why, rule_version, level, scam_type, amount_cents,
                            money_moving, vulnerabilities, name_masked, phone_masked, gender, age_decade, data_key, signal_count,
                            first_signal_at, last_signal_at, received_at, round, ordered, closed_at)
                        select :id, regexp_replace(number, '[0-9]+$', '') || lpad(s::text, greatest(4, length(s::text)), '0'),
                            case when state in ('routing', 'closed', 'history') then state else 'open' end, unit_id, unit_path,
                            answering_unit, centre_unit, place_code, place_name, routing_note, candidates, urgency, rank, why,
                            rule_version, level, scam_type, amount_cents, money_moving, vulnerabilities, name_masked, phone_masked,
                            gender, age_decade, :key, 0, first_signal_at, last_signal_at, received_at, 1, ordered, closed_at
                        from warning.episode, nextval('warning.episode_serial') s where id = :from
                        """).param("id", id).param("key", key).param("from", from.id()).update();
        move(signals, id, key);
        settle(from.id());
        settle(id);
        return episodes.find(id).orElseThrow();
    }

    void join(EpisodeRow into, EpisodeRow other) {
        contents.forgetTokens(List.of(other.id()));
        List<UUID> signals = contents.open(List.of(other.id())).stream()
                .map(Opened::signalId)
                .toList();
        move(signals, into.id(), into.dataKey());
        jdbc.sql("update warning.signal set episode_id = :into, unit_path = :path where episode_id = :other")
                .param("into", into.id())
                .param("path", into.unitPath())
                .param("other", other.id())
                .update();
        jdbc.sql("""
                        update warning.episode set state = 'closed', outcome = 'joined', signal_count = 0,
                            closed_at = coalesce(closed_at, lianxin_now())
                        where id = :other
                        """).param("other", other.id()).update();
        settle(into.id());
    }

    private void move(List<UUID> signals, UUID to, UUID key) {
        for (SealedContents.Sealed each : contents.sealAgain(signals, key)) {
            jdbc.sql("update warning.signal_content set data_key = :key, sealed = :sealed where signal_id = :id")
                    .param("key", key)
                    .param("sealed", each.bytes())
                    .param("id", each.signalId())
                    .update();
        }
        jdbc.sql("update warning.signal set episode_id = :to where id = any(:ids::uuid[])")
                .param("to", to)
                .param("ids", signals.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private record Facts(
            Level level, @Nullable Long amount, boolean moving, int stated, int count, Instant first, Instant last) {}

    /** Facts, rank, face and tokens as its signals say now. */
    private void settle(UUID id) {
        Facts facts = facts(id);
        List<Opened> opened = contents.open(List.of(id));
        Instant received = episodes.find(id).orElseThrow().receivedAt();
        RuleBook.Live live = rules.live();
        Triage.Ranking ranking = Triage.rank(
                new Triage.Facts(
                        facts.level(),
                        Duration.between(facts.last(), received),
                        facts.moving(),
                        facts.amount(),
                        facts.stated(),
                        facts.count() - 1),
                live.parameters());
        writeFacts(id, facts);
        writeRank(id, facts, ranking, live.version());
        writeFace(id, opened);
        contents.rememberTokens(opened);
    }

    private Facts facts(UUID id) {
        return jdbc.sql("""
                        select min(level) as level, max(amount_cents) as amount, bool_or(money_moving) as moving, max(stated) as stated,
                               count(*)::int as count, min(occurred_at) as first, max(occurred_at) as last
                        from warning.signal where episode_id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Facts(
                        Level.ofCode(row.getInt("level")),
                        (Long) row.getObject("amount"),
                        row.getBoolean("moving"),
                        row.getInt("stated"),
                        row.getInt("count"),
                        EpisodeRows.instant(row, "first"),
                        EpisodeRows.instant(row, "last")))
                .single();
    }

    private void writeFacts(UUID id, Facts facts) {
        jdbc.sql("""
                        update warning.episode
                        set level = :level, amount_cents = :amount, money_moving = :moving, vulnerabilities = :stated,
                            signal_count = :count, first_signal_at = :first, last_signal_at = :last
                        where id = :id
                        """)
                .param("level", facts.level().code())
                .param("amount", facts.amount(), java.sql.Types.BIGINT)
                .param("moving", facts.moving())
                .param("stated", facts.stated())
                .param("count", facts.count())
                .param("first", facts.first().atOffset(java.time.ZoneOffset.UTC))
                .param("last", facts.last().atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void writeRank(UUID id, Facts facts, Triage.Ranking ranking, int version) {
        jdbc.sql("""
                        update warning.episode
                        set rank = :rank, why = :why::jsonb, rule_version = :version, urgency = :urgency where id = :id
                        """)
                .param("rank", ranking.rank())
                .param("why", JSON.writeValueAsString(ranking.fired()))
                .param("version", version)
                .param("urgency", Plan.order(Plan.urgency(facts.level(), facts.moving())))
                .param("id", id)
                .update();
    }

    private void writeFace(UUID id, List<Opened> opened) {
        Content latest = opened.getLast().content();
        String phone = latest.phone();
        jdbc.sql("""
                        update warning.episode set name_masked = :name, phone_masked = :phone, person_token = :person where id = :id
                        """)
                .param("name", Masks.name(latest.name()))
                .param(
                        "phone",
                        phone == null ? null : Masks.phone(new PhoneNumber(phone).national()),
                        java.sql.Types.VARCHAR)
                .param("person", contents.personToken(opened), java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
    }

    List<Plan.Task> plan(EpisodeRow episode) {
        return Plan.tasks(new Plan.Facts(
                episode.level(), episode.moneyMoving(), episode.phoneMasked() != null, episode.isRouted()));
    }
}
