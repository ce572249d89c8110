package org.lianxin.warning.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.episode.EpisodeRows;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes invented work; knows the tables because it stands beside those who own them. */
@Component
class MadeUpWork implements InventedWork {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SystemJob JOB = new SystemJob("warning.invented", false);
    private static final int AT_ONCE = 5_000;
    /** How far back the calls of the past are still there, so that the hours of the day can be compared. */
    private static final String CALLED = "60 days";

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final Places places;
    private final Units units;
    private final Intake intake;
    private final EpisodeRows episodes;
    private final MadeUpDeeds deeds;
    private final MadeUpImports imports;
    private final MadeUpStrays strays;
    private final boolean real;

    MadeUpWork(
            ScopedTransactions transactions,
            JdbcClient jdbc,
            Places places,
            Units units,
            Colleagues colleagues,
            @Value("${lianxin.stamp}") String stamp) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.places = places;
        this.units = units;
        this.intake = colleagues.intake();
        this.episodes = colleagues.episodes();
        this.deeds = colleagues.deeds();
        this.imports = colleagues.imports();
        this.strays = colleagues.strays();
        this.real = stamp.equals("PRODUCTION");
    }

    /** Who does the work. */
    @Component
    record Colleagues(
            Intake intake, EpisodeRows episodes, MadeUpDeeds deeds, MadeUpImports imports, MadeUpStrays strays) {}

    @Override
    public boolean isBegun() {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select exists (select from warning.episode)")
                        .query(Boolean.class)
                        .single());
    }

    @Override
    public void past(UnitRef city, int episodes, int days, long seed) {
        refuseInProduction();
        PastEpisodes past =
                new PastEpisodes(places, units.below(city.id()), city, new PastEpisodes.Span(now(), days, seed));
        for (int done = 0; done < episodes; done += AT_ONCE) {
            List<PastEpisode> rows = new ArrayList<>();
            for (int i = done; i < Math.min(episodes, done + AT_ONCE); i++) {
                rows.add(past.next());
            }
            transactions.runAs(JOB, () -> insert(rows));
        }
    }

    private int insert(List<PastEpisode> rows) {
        return jdbc.sql("""
                        with r as (select *, timestamptz 'epoch' + received * interval '1 microsecond' as at
                            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, signal uuid, number text, unit uuid, path text,
                                centre uuid, place_code text, place_name text, level int, scam text, amount bigint,
                                moving boolean, stated int, rank int, why jsonb, name text, phone text, gender text,
                                decade int, source text, occurred bigint, received bigint, reached bigint, seen bigint,
                                closed bigint, outcome text, saved bigint, lost bigint)),
                        signals as (insert into warning.signal (id, episode_id, unit_path, sender, source, source_id,
                                content_mac, occurred_at, received_at, level, scam_type, amount_cents, money_moving, stated, taken_as)
                            select signal, id, path, centre, source, number, '', timestamptz 'epoch' + occurred * interval '1 microsecond',
                                at, level, scam, amount, moving, stated, 'accepted' from r),
                        calls as (insert into warning.phone_call (id, episode_id, phone_id, staff_id, placed_at, result, result_at)
                            select signal, id, 'past', :noKey, c.at, case when c.answered then 'reached' else 'no-answer' end, c.at
                            from r cross join lateral (select
                                r.at + interval '1 minute' as at,
                                r.reached is not null and hashtext(r.number) % 3 <> 0 as answered) c
                            where r.at > lianxin_now() - :called::interval and (r.seen is null or r.reached < r.seen))
                        insert into warning.episode (id, number, state, unit_id, unit_path, answering_unit, centre_unit,
                            place_code, place_name, urgency, rank, why, rule_version, level, scam_type, amount_cents,
                            money_moving, vulnerabilities, name_masked, phone_masked, gender, age_decade, data_key,
                            signal_count, first_signal_at, last_signal_at, received_at, saved_cents, lost_cents, outcome,
                            reached_at, seen_at, closed_at, expired_at, reached_by, false_alarm, unsaved_cents)
                        select id, number, 'closed', unit, path, unit, centre, place_code, place_name,
                            case when moving then 1 when level = 0 then 2 else 3 end, rank, why, 1, level, scam, amount,
                            moving, stated, name, phone, gender, decade, :noKey, 1,
                            timestamptz 'epoch' + occurred * interval '1 microsecond',
                            timestamptz 'epoch' + occurred * interval '1 microsecond', at, saved, lost, outcome,
                            timestamptz 'epoch' + reached * interval '1 microsecond',
                            timestamptz 'epoch' + seen * interval '1 microsecond',
                            timestamptz 'epoch' + closed * interval '1 microsecond',
                            timestamptz 'epoch' + closed * interval '1 microsecond',
                            case when reached is null then null when seen <= reached then 'visit'
                                when hashtext(number) % 40 = 0 then 'track' else 'phone' end,
                            outcome = 'reached' and saved = 0 and hashtext(number) % 24 = 0,
                            case when lost > 0 and reached is not null and hashtext(number) % 5 = 0 then coalesce(amount, 0) else 0 end
                        from r""")
                .param("rows", JSON.writeValueAsString(rows))
                .param("noKey", PastEpisodes.noKey())
                .param("called", CALLED)
                .update();
    }

    @Override
    public List<UUID> warn(List<Warned> warned, long seed) {
        refuseInProduction();
        MadeUpSignals signals = new MadeUpSignals(places, seed, now());
        Map<UnitRef, List<Intake.Row>> byReceiver = new LinkedHashMap<>();
        for (int i = 0; i < warned.size(); i++) {
            Warned each = warned.get(i);
            byReceiver
                    .computeIfAbsent(each.receiver(), unit -> new ArrayList<>())
                    .add(new Intake.Row(i, signals.next(each)));
        }
        UUID[] episodes = new UUID[warned.size()];
        byReceiver.forEach((unit, rows) -> intake.acceptAll(Sender.machine("演示", unit, null), rows, receipts -> {
            for (int i = 0; i < receipts.size(); i++) {
                episodes[rows.get(i).number()] = receipts.get(i).episodeId();
            }
        }));
        return List.of(episodes);
    }

    @Override
    public void call(Viewer by, UUID episode, @Nullable String result) {
        refuseInProduction();
        deeds.call(by, episode, result);
    }

    @Override
    public void outcome(Viewer by, UUID episode, Came came) {
        refuseInProduction();
        deeds.outcome(by, episode, came);
    }

    @Override
    public void route(Viewer by, UUID episode, String division) {
        refuseInProduction();
        deeds.route(by, episode, division);
    }

    @Override
    public void awaken(Viewer first, Viewer second, UUID episode, String part) {
        refuseInProduction();
        deeds.awaken(first, second, episode, part);
    }

    @Override
    public Optional<Standing> find(UUID episode) {
        return transactions
                .runAs(JOB, () -> episodes.find(episode))
                .map(row -> new Standing(row.state().word(), row.level().word(), row.amountCents(), row.holderStaff()));
    }

    @Override
    public UUID askForList(Viewer by, String reason) {
        refuseInProduction();
        return deeds.askForList(by, reason);
    }

    @Override
    public UUID importRows(Viewer by, String fileName, int rows, int bad, Duration old, boolean confirmed) {
        refuseInProduction();
        return imports.upload(by, new MadeUpImports.File(fileName, rows, bad, now().minus(old)), confirmed);
    }

    @Override
    public void strayRecords(UnitRef unit) {
        refuseInProduction();
        strays.arrive(unit);
    }

    private Instant now() {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select lianxin_now()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    private void refuseInProduction() {
        if (real) {
            throw new IllegalStateException("invented work has no place in an instance stamped PRODUCTION");
        }
    }
}
