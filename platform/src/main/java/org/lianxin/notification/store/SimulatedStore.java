package org.lianxin.notification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Gateway.Outgoing;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What invented handsets received. */
@Repository
public class SimulatedStore {

    private final JdbcClient jdbc;

    SimulatedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state received, delivered or failed, as the simulated carrier has reported */
    public record Handset(
            UUID id,
            String key,
            Instant at,
            String channel,
            String toMasked,
            String text,
            String state,
            @Nullable Instant receiptAt,
            @Nullable String reply,
            @Nullable SubjectRef subject,
            UnitPath unitPath) {}

    /** A production instance has no invented handsets. */
    public boolean isProduction() {
        return jdbc.sql("select stamp from runtime.instance")
                .query(String.class)
                .single()
                .equals("PRODUCTION");
    }

    /** How many keys were new: whatever is sent twice rings once. */
    public int add(List<Outgoing> messages) {
        return jdbc.sql("""
                        insert into notification.simulated (
                            id, key, at, channel, to_masked, last_four, words, subject_module, subject_id, unit_path)
                        select id, key, lianxin_now(), channel, masked, last_four, words, module, subject, path
                        from unnest(:id::uuid[], :key::text[], :channel::text[], :masked::text[], :lastFour::text[],
                            :words::text[], :module::text[], :subject::uuid[], :path::text[])
                        as new (id, key, channel, masked, last_four, words, module, subject, path)
                        on conflict (key) do nothing""")
                .param("id", MessageStore.column(messages, each -> Uuid7.next()))
                .param("key", MessageStore.column(messages, Outgoing::key))
                .param("channel", MessageStore.column(messages, Outgoing::channel))
                .param("masked", MessageStore.column(messages, Outgoing::to))
                .param(
                        "lastFour",
                        MessageStore.column(messages, each -> each.to().lastFour()))
                .param("words", MessageStore.column(messages, Outgoing::text))
                .param("module", MessageStore.column(messages, each -> MessageStore.module(each.subject())))
                .param("subject", MessageStore.column(messages, each -> MessageStore.id(each.subject())))
                .param("path", MessageStore.column(messages, each -> each.unit().value()))
                .update();
    }

    /** Newest first, by last four digits or words. */
    public List<Handset> list(@Nullable UUID after, @Nullable String query, int size) {
        return jdbc.sql("""
                        select * from notification.simulated
                        where (:after::uuid is null or id < :after::uuid)
                          and (:query::text is null or last_four = :query or strpos(words, :query) > 0)
                        order by id desc limit :size""")
                .param("after", after == null ? null : after.toString())
                .param("query", query)
                .param("size", size)
                .query(SimulatedStore::handset)
                .list();
    }

    public Optional<Handset> find(UUID id) {
        return jdbc.sql("select * from notification.simulated where id = :id")
                .param("id", id)
                .query(SimulatedStore::handset)
                .optional();
    }

    public void settle(UUID id, String state) {
        jdbc.sql("update notification.simulated set state = :state, receipt_at = lianxin_now() where id = :id")
                .param("id", id)
                .param("state", state)
                .update();
    }

    public void reply(UUID id, String text) {
        jdbc.sql("update notification.simulated set reply = :text where id = :id")
                .param("id", id)
                .param("text", text)
                .update();
    }

    /** Marks as delivered what was received so long ago, for receipts; each once, whichever node comes first. */
    public List<String> deliver(Duration after, int limit) {
        return jdbc.sql("""
                        with due as (
                            select id from notification.simulated
                            where state = 'received' and at <= lianxin_now() - make_interval(secs => :after)
                            order by at limit :limit for update skip locked)
                        update notification.simulated s set state = 'delivered', receipt_at = lianxin_now()
                        from due where s.id = due.id returning s.key""")
                .param("after", after.toMillis() / 1000.0)
                .param("limit", limit)
                .query((row, n) -> MessageStore.text(row, "key"))
                .list();
    }

    private static Handset handset(ResultSet row, int n) throws SQLException {
        return new Handset(
                MessageStore.uuid(row, "id"),
                MessageStore.text(row, "key"),
                Objects.requireNonNull(MessageStore.instant(row, "at")),
                MessageStore.text(row, "channel"),
                MessageStore.text(row, "to_masked"),
                MessageStore.text(row, "words"),
                MessageStore.text(row, "state"),
                MessageStore.instant(row, "receipt_at"),
                row.getString("reply"),
                MessageStore.subject(row),
                new UnitPath(MessageStore.text(row, "unit_path")));
    }
}
