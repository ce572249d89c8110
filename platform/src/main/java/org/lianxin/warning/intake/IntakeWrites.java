package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Fired;
import org.lianxin.warning.intake.Routing.Route;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the intake writes: new episodes, changed ones, signals with their sealed content, search tokens. */
@Component
class IntakeWrites {

    private final JdbcClient jdbc;
    private final Vault vault;

    IntakeWrites(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A signal with its place among the episodes. */
    record Placed(UUID id, Prepared prepared, EpisodeWork episode, Receipt.Outcome outcome) {}

    void insertEpisodes(List<EpisodeWork> episodes, Instant now, int ruleVersion) {
        if (episodes.isEmpty()) {
            return;
        }
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql(INSERT_EPISODES)
                .params(facts(new Columnar<>(episodes))
                        .text("keys", each -> each.dataKey)
                        .text("units", each -> each.where.unitId())
                        .text("codes", each -> code(each.joined.getFirst()))
                        .text("paths", each -> each.where.unitPath())
                        .text("answering", each -> each.where.answering())
                        .text("centres", each -> each.where.centre())
                        .text("placeCodes", IntakeWrites::placeCode)
                        .text("placeNames", each -> each.where.placeName())
                        .text("notes", each -> note(each.joined.getFirst().route()))
                        .text(
                                "candidates",
                                each -> Candidates.json(each.joined.getFirst().route()))
                        .text(
                                "scams",
                                each -> each.joined
                                        .getFirst()
                                        .signal()
                                        .scamType()
                                        .code())
                        .text("names", each -> face(each).nameMasked())
                        .text("phones", each -> face(each).phoneMasked())
                        .text("genders", each -> face(each).gender())
                        .optional("decades", each -> face(each).ageDecade())
                        .arrays())
                .param("now", Columnar.micros(now))
                .param("version", ruleVersion)
                .query(row -> {
                    numbers.put(row.getObject(1, UUID.class), row.getString(2));
                });
        episodes.forEach(each -> each.number = numbers.get(each.id));
    }

    private static EpisodeFace face(EpisodeWork episode) {
        return EpisodeFace.of(episode.joined.getFirst().signal());
    }

    private static @Nullable String placeCode(EpisodeWork episode) {
        return episode.joined.getFirst().route() instanceof Route.To to ? to.placeCode() : null;
    }

    private static @Nullable String note(Route route) {
        return switch (route) {
            case Route.To to -> to.why();
            case Route.Unclear unclear -> unclear.reason();
        };
    }

    private static String code(Prepared first) {
        String code = first.route() instanceof Route.To to
                ? to.placeCode()
                : first.sender().unit().code();
        return code.length() > 6 ? code.substring(0, 6) : code;
    }

    void updateEpisodes(List<EpisodeWork> episodes, int ruleVersion) {
        if (episodes.isEmpty()) {
            return;
        }
        jdbc.sql(UPDATE_EPISODES)
                .params(facts(new Columnar<>(episodes)).arrays())
                .param("version", ruleVersion)
                .update();
    }

    private static Columnar<EpisodeWork> facts(Columnar<EpisodeWork> columns) {
        return columns.text("ids", each -> each.id)
                .text("states", each -> each.state.word())
                .integer("urgencies", EpisodeWork::urgency)
                .integer("ranks", each -> each.ranking().rank())
                .text("why", each -> why(each.ranking().fired()))
                .integer("levels", each -> each.stated.level().code())
                .optional("amounts", each -> each.stated.amountCents())
                .flag("moving", each -> each.stated.moneyMoving())
                .integer("stated", each -> each.stated.vulnerabilities())
                .text("persons", EpisodeWork::personToken)
                .integer("counts", each -> each.signals)
                .integer("rounds", each -> each.round)
                .integer("ordered", each -> each.ordered)
                .time("firsts", each -> each.first)
                .time("lasts", each -> each.last)
                .time("closed", each -> each.state == EpisodeState.HISTORY ? each.last : null)
                .flag("woken", each -> each.state.isOpen());
    }

    /** Ids, weights and facts are plain words and numbers: nothing to escape. */
    private static String why(List<Fired> fired) {
        StringBuilder json = new StringBuilder(160).append('[');
        for (Fired each : fired) {
            json.append(json.length() > 1 ? ",{\"rule\":\"" : "{\"rule\":\"")
                    .append(each.rule())
                    .append("\",\"weight\":")
                    .append(each.weight())
                    .append(",\"fact\":\"")
                    .append(each.fact())
                    .append("\"}");
        }
        return json.append(']').toString();
    }

    void insertSignals(List<Placed> signals, Instant now) {
        Columnar<Placed> columns = new Columnar<>(signals)
                .text("ids", Placed::id)
                .text("episodes", each -> each.episode().id)
                .text("paths", each -> each.episode().where.unitPath())
                .text("senders", each -> each.prepared().sender().namespace())
                .text("sources", each -> each.prepared().signal().source())
                .text("sourceIds", each -> each.prepared().signal().sourceId())
                .bytes("macs", each -> each.prepared().mac().array())
                .time("occurred", each -> each.prepared().signal().occurredAt())
                .integer("levels", each -> each.prepared().signal().level().code())
                .text("scams", each -> each.prepared().signal().scamType().code())
                .optional("amounts", each -> each.prepared().signal().amountCents())
                .flag("moving", each -> each.prepared().signal().moneyMoving())
                .integer(
                        "stated",
                        each -> each.prepared().signal().vulnerability().size())
                .text("takenAs", each -> each.outcome().word())
                .text("imports", each -> each.prepared().sender().importId())
                .integer("rows", each -> each.prepared().row())
                .text("keys", each -> each.episode().dataKey)
                .bytes(
                        "sealed",
                        each -> vault.seal(
                                each.episode().dataKey,
                                Content.CONTEXT,
                                each.prepared().content().array()));
        jdbc.sql(INSERT_SIGNALS)
                .params(columns.arrays())
                .param("now", Columnar.micros(now))
                .update();
        insertTokens(signals);
    }

    private void insertTokens(List<Placed> signals) {
        record Token(long token, UUID episode) {}
        List<Token> tokens = new ArrayList<>();
        signals.forEach(each ->
                each.prepared().tokens().forEach(token -> tokens.add(new Token(token, each.episode().id))));
        if (tokens.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into warning.search_token (token, episode_id)
                        select * from unnest(:tokens, :episodes::uuid[]) on conflict do nothing
                        """)
                .params(new Columnar<>(tokens)
                        .number("tokens", Token::token)
                        .text("episodes", Token::episode)
                        .arrays())
                .update();
    }

    private static final String INSERT_EPISODES = """
            insert into warning.episode (id, number, state, unit_id, unit_path, answering_unit, centre_unit, place_code, place_name,
                routing_note, candidates, urgency, rank, why, rule_version, level, scam_type, amount_cents, money_moving,
                vulnerabilities, name_masked, phone_masked, gender, age_decade, person_token, data_key, signal_count,
                first_signal_at, last_signal_at, received_at, round, ordered, closed_at)
            select n.id, n.number, n.state, n.unit_id, n.path, n.answering, n.centre, n.place_code, n.place_name,
                n.note, n.candidates, n.urgency, n.rank, n.why, :version, n.level, n.scam, n.amount, n.moving,
                n.stated, n.name, n.phone, n.gender, n.decade, n.person, n.data_key, n.signals,
                timestamptz 'epoch' + n.first * interval '1 microsecond', timestamptz 'epoch' + n.last * interval '1 microsecond',
                timestamptz 'epoch' + :now * interval '1 microsecond', n.round, n.ordered,
                timestamptz 'epoch' + n.closed * interval '1 microsecond'
            from (
                select r.*, 'YJ-' || r.code || '-' || to_char(lianxin_now() at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-'
                    || lpad(s.serial::text, greatest(4, length(s.serial::text)), '0') as number
                from unnest(:ids::uuid[], :states::text[], :units::uuid[], :codes::text[], :paths::text[], :answering::uuid[],
                    :centres::uuid[], :placeCodes::text[], :placeNames::text[], :notes::text[], :candidates::jsonb[],
                    :urgencies::int[], :ranks::int[], :why::jsonb[], :levels::int[], :scams::text[], :amounts::bigint[],
                    :moving::boolean[], :stated::int[], :names::text[], :phones::text[], :genders::text[], :decades::bigint[],
                    :persons::text[], :keys::uuid[], :counts::int[], :firsts::bigint[], :lasts::bigint[], :rounds::int[],
                    :ordered::int[], :closed::bigint[], :woken::boolean[])
                    r(id, state, unit_id, code, path, answering, centre, place_code, place_name, note, candidates, urgency, rank,
                      why, level, scam, amount, moving, stated, name, phone, gender, decade, person, data_key, signals, first,
                      last, round, ordered, closed, woken)
                cross join lateral (select nextval('warning.episode_serial') as serial, r.id) s) n
            returning id, number""";

    private static final String UPDATE_EPISODES = """
            update warning.episode e
            set state = n.state, urgency = n.urgency, rank = n.rank, why = n.why, rule_version = :version, level = n.level,
                amount_cents = n.amount, money_moving = n.moving, vulnerabilities = n.stated, person_token = n.person,
                signal_count = n.signals, first_signal_at = timestamptz 'epoch' + n.first * interval '1 microsecond',
                last_signal_at = timestamptz 'epoch' + n.last * interval '1 microsecond', round = n.round,
                ordered = n.ordered,
                closed_at = case when n.woken then null else coalesce(e.closed_at, timestamptz 'epoch' + n.closed * interval '1 microsecond') end
            from unnest(:ids::uuid[], :states::text[], :urgencies::int[], :ranks::int[], :why::jsonb[], :levels::int[],
                :amounts::bigint[], :moving::boolean[], :stated::int[], :persons::text[], :counts::int[], :rounds::int[],
                :firsts::bigint[], :lasts::bigint[], :ordered::int[], :closed::bigint[], :woken::boolean[])
                n(id, state, urgency, rank, why, level, amount, moving, stated, person, signals, round, first, last, ordered, closed, woken)
            where e.id = n.id""";

    private static final String INSERT_SIGNALS = """
            with n as (
                select * from unnest(:ids::uuid[], :episodes::uuid[], :paths::text[], :senders::uuid[], :sources::text[], :sourceIds::text[],
                    :macs::bytea[], :occurred::bigint[], :levels::int[], :scams::text[], :amounts::bigint[], :moving::boolean[],
                    :stated::int[], :takenAs::text[], :imports::uuid[], :rows::int[], :keys::uuid[], :sealed::bytea[])
                    r(id, episode, path, sender, source, source_id, mac, occurred, level, scam, amount, moving, stated, taken_as,
                      import_id, row_number, data_key, sealed)),
            content as (
                insert into warning.signal_content (signal_id, data_key, sealed) select id, data_key, sealed from n)
            insert into warning.signal (id, episode_id, unit_path, sender, source, source_id, content_mac, occurred_at, received_at,
                level, scam_type, amount_cents, money_moving, stated, taken_as, import_id, row_number)
            select id, episode, path, sender, source, source_id, mac, timestamptz 'epoch' + occurred * interval '1 microsecond',
                timestamptz 'epoch' + :now * interval '1 microsecond', level, scam, amount, moving, stated, taken_as, import_id,
                case when import_id is null then null else row_number end
            from n""";
}
