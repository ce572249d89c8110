package org.lianxin.warning.retention;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Expiring;
import org.lianxin.audit.Forgetting;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.vault.Vault;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * RE-01: 90 days after closing an episode becomes a skeleton: ids, unit, county, kind, clocks, outcome, amounts and the person
 * token stay. Its key is destroyed before the commit: after a crash in between the rows are found again and go then.
 */
@Component
class EndOfContent implements Expiring {

    private static final SystemJob JOB = new SystemJob("warning.retention", true);
    private static final int AT_ONCE = 200;
    private static final int COUNTY_DIGITS = 6;
    private static final List<String> GONE = List.of(
            "delete from warning.signal_content where signal_id in (select id from warning.signal where episode_id = any(:ids::uuid[]))",
            "delete from warning.note where episode_id = any(:ids::uuid[])",
            "delete from warning.phone_call where episode_id = any(:ids::uuid[])",
            "delete from warning.call_step where episode_id = any(:ids::uuid[])",
            "delete from warning.awakening where episode_id = any(:ids::uuid[])",
            "delete from warning.stop_request where episode_id = any(:ids::uuid[])",
            "delete from warning.family_basis where episode_id = any(:ids::uuid[])",
            "delete from warning.caller_code where episode_id = any(:ids::uuid[])",
            "delete from warning.concerned where episode_id = any(:ids::uuid[])",
            "update warning.history set detail = detail - 'to' where episode_id = any(:ids::uuid[]) and jsonb_exists(detail, 'to')");

    private final ScopedTransactions transactions;
    private final SealedContents contents;
    private final Places places;
    private final List<Forgetting> others;
    private final JdbcClient jdbc;

    EndOfContent(
            ScopedTransactions transactions,
            SealedContents contents,
            Places places,
            List<Forgetting> others,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.contents = contents;
        this.places = places;
        this.others = others;
        this.jdbc = jdbc;
    }

    private record Due(UUID id, UUID key, @Nullable String place) {}

    @Override
    public String rule() {
        return "warning.content";
    }

    @Override
    public int expire() {
        return transactions.runAs(JOB, () -> {
            List<Due> due = due();
            if (!due.isEmpty()) {
                List<UUID> ids = due.stream().map(Due::id).toList();
                forgetTokens(ids);
                GONE.forEach(sql -> jdbc.sql(sql).param("ids", texts(ids)).update());
                others.forEach(each -> each.forget("warning", ids));
                skeletons(due);
                contents.destroy(due.stream().map(Due::key).toList());
            }
            return due.size();
        });
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select id, data_key, place_code from warning.episode e
                        where closed_at < (select audit.expires_before('warning.content')) and expired_at is null
                          and not audit.is_held('warning', id)
                        order by closed_at limit :most for no key update of e skip locked""")
                .param("most", AT_ONCE)
                .query((row, n) -> new Due(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString("place_code")))
                .list();
    }

    /** Tokens are found through the content; where a crash has taken the key already, through the episode. */
    private void forgetTokens(Collection<UUID> ids) {
        try {
            contents.forgetTokens(ids);
        } catch (Vault.KeyDestroyed e) {
            jdbc.sql("delete from warning.search_token where episode_id = any(:ids::uuid[])")
                    .param("ids", texts(ids))
                    .update();
        }
    }

    private void skeletons(List<Due> due) {
        jdbc.sql("""
                        update warning.episode e
                        set name_masked = null, phone_masked = null, gender = null, age_decade = null, vulnerabilities = 0, why = '[]',
                            candidates = null, routing_note = null, place_code = left(place_code, 6), place_name = kept.county,
                            expired_at = lianxin_now()
                        from unnest(:ids::uuid[], :counties::text[]) kept(id, county) where e.id = kept.id""")
                .param("ids", texts(due.stream().map(Due::id).toList()))
                .param(
                        "counties",
                        due.stream().map(each -> county(each.place())).toArray(String[]::new))
                .update();
    }

    private @Nullable String county(@Nullable String code) {
        return Optional.ofNullable(code)
                .filter(each -> each.length() >= COUNTY_DIGITS)
                .flatMap(each -> places.find(each.substring(0, COUNTY_DIGITS)))
                .map(Division::fullName)
                .orElse(null);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
