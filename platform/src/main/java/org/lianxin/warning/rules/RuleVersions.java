package org.lianxin.warning.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.live.LiveChanges;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.Triage;
import org.lianxin.warning.domain.TriageParameters;
import org.lianxin.warning.intake.RuleBook;
import org.lianxin.warning.rules.RuleTrial.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, trials and the change of version. Ranks given before a change stay as they were, with the version that gave them. */
@Service
public class RuleVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TRIED = 50_000;
    private static final int MOST_DAYS = 366;

    private final ScopedTransactions transactions;
    private final AuditLog audit;
    private final LiveChanges live;
    private final JdbcClient jdbc;

    RuleVersions(ScopedTransactions transactions, AuditLog audit, LiveChanges live, JdbcClient jdbc) {
        this.transactions = transactions;
        this.audit = audit;
        this.live = live;
        this.jdbc = jdbc;
    }

    /** All versions, the newest first. */
    public List<RuleVersionView> list(Viewer viewer) {
        return transactions.run(
                viewer, () -> jdbc.sql("""
                        select version, state, live_since, made_by, parameters::text as parameters
                        from warning.rule_version order by version desc limit 200""").query(RuleVersions::view).list());
    }

    private RuleVersionView get(int version) {
        return jdbc.sql("""
                        select version, state, live_since, made_by, parameters::text as parameters
                        from warning.rule_version where version = :version""")
                .param("version", version)
                .query(RuleVersions::view)
                .optional()
                .orElseThrow(Refused::missing);
    }

    /** Keeps a draft; refuses weights that are incomplete or may add up to more than 100. */
    public RuleVersionView draft(Viewer viewer, Map<String, Map<String, Integer>> weights) {
        TriageParameters parameters = checked(weights);
        return transactions.run(viewer, () -> {
            int version = jdbc.sql("""
                            insert into warning.rule_version (version, state, parameters, made_at, made_by)
                            select max(version) + 1, 'draft', :parameters::jsonb, lianxin_now(), :by from warning.rule_version
                            returning version""")
                    .param("parameters", JSON.writeValueAsString(parameters.byRule()))
                    .param("by", viewer.name())
                    .query(Integer.class)
                    .single();
            audit.deed(new AuditLog.Deed("warning.rules.drafted", null, 1, "done", "version " + version));
            live.announce("rules", "drafted", Integer.toString(version), viewer.unitPath());
            return get(version);
        });
    }

    /** The draft ranks from now on; the live version retires. */
    public RuleVersionView goLive(Viewer viewer, int version) {
        return transactions.run(viewer, () -> {
            if (!get(version).state().equals("draft")) {
                throw Refused.of(409, "warning.rules-not-a-draft", version);
            }
            jdbc.sql("update warning.rule_version set state = 'retired' where state = 'live'")
                    .update();
            jdbc.sql(
                            "update warning.rule_version set state = 'live', live_since = lianxin_now() where version = :version")
                    .param("version", version)
                    .update();
            audit.deed(new AuditLog.Deed("warning.rules.live", null, 1, "done", "version " + version));
            live.announce("rules", "live", Integer.toString(version), viewer.unitPath());
            return get(version);
        });
    }

    /** Ranks the episodes of the last days again, in memory only. Sees columns without personal content. */
    public RuleTrial tryOut(Viewer viewer, int version, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refused.of(400, "shared.invalid", "days");
        }
        return transactions.run(viewer, () -> {
            TriageParameters parameters = parameters(get(version));
            List<Move> ranks = jdbc.sql("""
                            select id, number, rank, level, amount_cents, money_moving, vulnerabilities, signal_count,
                                greatest(0, extract(epoch from received_at - last_signal_at))::bigint as age
                            from warning.episode
                            where received_at >= lianxin_now() - make_interval(days => :days) and state <> 'history'
                                and unit_path >= :lo and unit_path < :hi
                            order by received_at desc limit :most""")
                    .param("days", days)
                    .param("lo", viewer.unitPath().value())
                    .param("hi", viewer.unitPath().end())
                    .param("most", MOST_TRIED)
                    .query((row, n) -> again(row, parameters))
                    .list();
            return RuleTrials.of(ranks);
        });
    }

    private static Move again(ResultSet row, TriageParameters parameters) throws SQLException {
        long cents = row.getLong("amount_cents");
        Triage.Facts facts = new Triage.Facts(
                Level.ofCode(row.getInt("level")),
                Duration.ofSeconds(row.getLong("age")),
                row.getBoolean("money_moving"),
                cents == 0 ? null : cents,
                row.getInt("vulnerabilities"),
                row.getInt("signal_count") - 1);
        return new Move(
                row.getString("id"),
                row.getString("number"),
                row.getInt("rank"),
                Triage.rank(facts, parameters).rank());
    }

    private static TriageParameters parameters(RuleVersionView view) {
        return new TriageParameters(view.rules().stream()
                .collect(Collectors.toMap(
                        RuleVersionView.Rule::id,
                        RuleVersionView.Rule::parameters,
                        (one, other) -> one,
                        LinkedHashMap::new)));
    }

    private static TriageParameters checked(Map<String, Map<String, Integer>> weights) {
        try {
            return new TriageParameters(weights);
        } catch (IllegalArgumentException e) {
            throw Refused.of(422, "warning.rules-unfit", String.valueOf(e.getMessage()));
        }
    }

    private static RuleVersionView view(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime since = row.getObject("live_since", OffsetDateTime.class);
        Instant at = since == null ? null : since.toInstant();
        TriageParameters parameters = RuleBook.parse(row.getString("parameters"));
        List<RuleVersionView.Rule> rules = parameters.byRule().entrySet().stream()
                .map(each -> rule(each.getKey(), each.getValue()))
                .sorted(java.util.Comparator.comparing(RuleVersionView.Rule::id))
                .toList();
        return new RuleVersionView(row.getInt("version"), row.getString("state"), at, row.getString("made_by"), rules);
    }

    private static RuleVersionView.Rule rule(String id, Map<String, Integer> weights) {
        String key = "warning.rule." + id;
        return new RuleVersionView.Rule(id, Words.say(key), Words.say(key + ".question"), weights);
    }
}
