package org.lianxin.notification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox. Every call runs in the caller's transaction. */
@Repository
public class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message to store; number and words are sealed already. */
    public record Fresh(
            UUID id,
            String key,
            String channel,
            String template,
            String toMasked,
            @Nullable SubjectRef subject,
            UUID unit,
            UnitPath unitPath,
            UUID vaultKey,
            byte[] to,
            byte[] text,
            byte[] toMac) {}

    /** A message in hand, for one attempt. */
    public record Held(
            UUID id,
            String key,
            String channel,
            @Nullable SubjectRef subject,
            UnitPath unitPath,
            UUID vaultKey,
            byte[] to,
            byte[] text,
            Instant at,
            int attempts,
            long fence) {}

    public record Stored(
            UUID id,
            String channel,
            String template,
            String toMasked,
            String state,
            Instant at,
            @Nullable Instant receiptAt,
            @Nullable String problem,
            @Nullable SubjectRef subject,
            UnitPath unitPath,
            @Nullable UUID vaultKey,
            byte @Nullable [] text) {}

    /** A message in hand that its gateway took. */
    public record Sent(Held message, List<String> references) {}

    private record Part(UUID message, String reference) {}

    /** A message that came into another state. */
    public record Settled(UUID id, String state, UnitPath unitPath) {}

    public Instant now() {
        return jdbc.sql("select lianxin_now() as now")
                .query((row, n) -> Objects.requireNonNull(instant(row, "now")))
                .single();
    }

    /** Adds what is new; a message whose key is there already stays away. Returns how many were new. */
    public int add(List<Fresh> messages) {
        HexFormat hex = HexFormat.of();
        return jdbc.sql("""
                        with new as (
                            select * from unnest(
                                :id::uuid[], :key::text[], :channel::text[], :template::text[], :masked::text[], :module::text[],
                                :subject::uuid[], :unit::uuid[], :path::text[], :vaultKey::uuid[], :to::text[], :text::text[],
                                :mac::text[])
                            as new (id, key, channel, template, to_masked, subject_module, subject_id, unit_id, unit_path,
                                vault_key, to_hex, text_hex, mac_hex)),
                        made as (
                            insert into notification.message (
                                id, key, channel, template, to_masked, subject_module, subject_id, unit_id, unit_path, at, next_at)
                            select id, key, channel, template, to_masked, subject_module, subject_id, unit_id, unit_path,
                                lianxin_now(), lianxin_now()
                            from new on conflict (key) do nothing
                            returning id)
                        insert into notification.content (message_id, vault_key, to_sealed, text_sealed, to_mac)
                        select new.id, vault_key, decode(to_hex, 'hex'), decode(text_hex, 'hex'), decode(mac_hex, 'hex')
                        from new join made on made.id = new.id""")
                .param("id", column(messages, Fresh::id))
                .param("key", column(messages, Fresh::key))
                .param("channel", column(messages, Fresh::channel))
                .param("template", column(messages, Fresh::template))
                .param("masked", column(messages, Fresh::toMasked))
                .param("module", column(messages, each -> module(each.subject())))
                .param("subject", column(messages, each -> id(each.subject())))
                .param("unit", column(messages, Fresh::unit))
                .param("path", column(messages, Fresh::unitPath))
                .param("vaultKey", column(messages, Fresh::vaultKey))
                .param("to", column(messages, each -> hex.formatHex(each.to())))
                .param("text", column(messages, each -> hex.formatHex(each.text())))
                .param("mac", column(messages, each -> hex.formatHex(each.toMac())))
                .update();
    }

    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object each = value.apply(rows.get(i));
            column[i] = each == null ? null : each.toString();
        }
        return column;
    }

    /**
     * Takes messages in hand, the oldest first: from here on each counts as perhaps sent, until an answer is recorded or, by
     * {@link #recover}, the lease has run out.
     */
    public List<Held> take(String channel, String gateway, int limit, Duration lease) {
        return jdbc.sql("""
                        with due as (
                            select id from notification.message
                            where channel = :channel and state = 'queued' and next_at <= lianxin_now()
                            order by next_at limit :limit for update skip locked),
                        held as (
                            update notification.message m
                            set state = 'sending', gateway = :gateway, attempts = m.attempts + 1, fence = m.fence + 1,
                                leased_until = clock_timestamp() + make_interval(secs => :lease)
                            from due where m.id = due.id
                            returning m.*)
                        select h.id, h.key, h.channel, h.subject_module, h.subject_id, h.unit_path, h.at, h.attempts, h.fence,
                            c.vault_key, c.to_sealed, c.text_sealed
                        from held h join notification.content c on c.message_id = h.id order by h.id""")
                .param("channel", channel)
                .param("gateway", gateway)
                .param("limit", limit)
                .param("lease", lease.toSeconds())
                .query((row, n) -> new Held(
                        uuid(row, "id"),
                        text(row, "key"),
                        text(row, "channel"),
                        subject(row),
                        new UnitPath(text(row, "unit_path")),
                        uuid(row, "vault_key"),
                        Objects.requireNonNull(row.getBytes("to_sealed")),
                        Objects.requireNonNull(row.getBytes("text_sealed")),
                        Objects.requireNonNull(instant(row, "at")),
                        row.getInt("attempts"),
                        row.getLong("fence")))
                .list();
    }

    /** Messages whose holder is gone: asked again where the gateway knows keys, uncertain otherwise. Returns the uncertain. */
    public List<Stored> recover(String gateway, boolean keyed) {
        return jdbc.sql("""
                        update notification.message m
                        set state = case when :keyed then 'queued' else 'uncertain' end, next_at = lianxin_now(),
                            problem = 'interrupted', leased_until = null
                        where m.state = 'sending' and m.gateway = :gateway
                          and (m.leased_until < clock_timestamp() or m.leased_until > clock_timestamp() + interval '10 minutes')
                        returning m.*, null::uuid as vault_key, null::bytea as text_sealed""")
                .param("gateway", gateway)
                .param("keyed", keyed)
                .query(MessageStore::stored)
                .list();
    }

    /** Records that the attempt with this fence failed or that nobody knows; late answers still settle what nobody else has touched. */
    public boolean record(UUID id, long fence, String state, String problem) {
        return jdbc.sql("""
                                update notification.message
                                set state = :state, problem = :problem, leased_until = null
                                where id = :id and fence = :fence and state in ('sending', 'uncertain')""")
                        .param("id", id)
                        .param("fence", fence)
                        .param("state", state)
                        .param("problem", problem)
                        .update()
                == 1;
    }

    public boolean postpone(UUID id, long fence, Duration after, String problem) {
        return jdbc.sql("""
                                update notification.message
                                set state = 'queued', problem = :problem, leased_until = null,
                                    next_at = lianxin_now() + make_interval(secs => :after)
                                where id = :id and fence = :fence and state = 'sending'""")
                        .param("id", id)
                        .param("fence", fence)
                        .param("after", after.toMillis() / 1000.0)
                        .param("problem", problem)
                        .update()
                == 1;
    }

    /** Records that a gateway took these attempts; late answers still settle what nobody else has touched. Returns those recorded. */
    public List<Settled> recordSent(String gateway, List<Sent> sent) {
        List<Part> parts = sent.stream()
                .flatMap(each -> each.references().stream()
                        .map(reference -> new Part(each.message().id(), reference)))
                .toList();
        return jdbc.sql("""
                        with recorded as (
                            update notification.message m
                            set state = 'sent', problem = null, leased_until = null, sent_at = lianxin_now()
                            from unnest(:ids::uuid[], :fences::bigint[]) as s (id, fence)
                            where m.id = s.id and m.fence = s.fence and m.state in ('sending', 'uncertain')
                            returning m.id, m.state, m.unit_path),
                        parts as (
                            insert into notification.part (gateway, reference, message_id)
                            select :gateway, p.reference, r.id
                            from unnest(:owners::uuid[], :references::text[]) as p (owner, reference)
                            join recorded r on r.id = p.owner
                            on conflict do nothing)
                        select id, state, unit_path from recorded""")
                .param("gateway", gateway)
                .param("ids", column(sent, each -> each.message().id()))
                .param("fences", column(sent, each -> each.message().fence()))
                .param("owners", column(parts, Part::message))
                .param("references", column(parts, Part::reference))
                .query(MessageStore::settled)
                .list();
    }

    public void addReceipts(String gateway, List<String> references, String state) {
        jdbc.sql("""
                        insert into notification.receipt (gateway, reference, state, at)
                        select distinct :gateway, r, :state, lianxin_now() from unnest(:references::text[]) r
                        on conflict (gateway, reference) do update set state = excluded.state, at = excluded.at
                        where notification.receipt.state <> 'delivered'""")
                .param("gateway", gateway)
                .param("references", references.toArray(String[]::new))
                .param("state", state)
                .update();
    }

    public List<UUID> messagesOf(String gateway, List<String> references) {
        return jdbc.sql("""
                        select distinct message_id from notification.part
                        where gateway = :gateway and reference = any (:references)""")
                .param("gateway", gateway)
                .param("references", references.toArray(String[]::new))
                .query((row, n) -> uuid(row, "message_id"))
                .list();
    }

    /** Brings messages up to what their parts' receipts say: failed when one failed, delivered when all were. Returns those changed. */
    public List<Settled> applyReceipts(List<UUID> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        String[] ids = messages.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql("""
                        update notification.part p set state = r.state from notification.receipt r
                        where p.message_id = any (:messages::uuid[]) and r.gateway = p.gateway and r.reference = p.reference""").param("messages", ids).update();
        return jdbc.sql("""
                        update notification.message m
                        set state = x.state, receipt_at = lianxin_now()
                        from (select p.message_id,
                                     case when bool_or(p.state = 'failed') then 'failed'
                                          when bool_and(p.state = 'delivered') then 'delivered' end as state
                              from notification.part p where p.message_id = any (:messages::uuid[]) group by p.message_id) x
                        where m.id = x.message_id and x.state is not null and m.state in ('sent', 'uncertain', 'sending')
                        returning m.id, m.state, m.unit_path""").param("messages", ids).query(MessageStore::settled).list();
    }

    private static Settled settled(ResultSet row, int n) throws SQLException {
        return new Settled(uuid(row, "id"), text(row, "state"), new UnitPath(text(row, "unit_path")));
    }

    public Optional<Stored> find(UUID id) {
        return jdbc.sql("""
                        select m.*, c.vault_key, c.text_sealed from notification.message m
                        left join notification.content c on c.message_id = m.id where m.id = :id""").param("id", id).query(MessageStore::stored).optional();
    }

    /** Newest first. The words are there only where content is open. */
    public List<Stored> onSubject(SubjectRef subject) {
        return jdbc.sql("""
                        select m.*, c.vault_key, c.text_sealed from notification.message m
                        left join notification.content c on c.message_id = m.id
                        where m.subject_id = :id and m.subject_module = :module order by m.id desc limit 200""")
                .param("id", subject.id())
                .param("module", subject.module())
                .query(MessageStore::stored)
                .list();
    }

    public List<Stored> uncertain(int limit) {
        return jdbc.sql("""
                        select m.*, null::uuid as vault_key, null::bytea as text_sealed from notification.message m
                        where m.state = 'uncertain' order by m.at limit :limit""").param("limit", limit).query(MessageStore::stored).list();
    }

    /** A person decides what became of an uncertain message, or sends it again. */
    public boolean settle(UUID id, String state) {
        return jdbc.sql("""
                                update notification.message set state = :state, next_at = lianxin_now(), fence = fence + 1
                                where id = :id and state = 'uncertain'""").param("id", id).param("state", state).update() == 1;
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(
                uuid(row, "id"),
                text(row, "channel"),
                text(row, "template"),
                text(row, "to_masked"),
                text(row, "state"),
                Objects.requireNonNull(instant(row, "at")),
                instant(row, "receipt_at"),
                row.getString("problem"),
                subject(row),
                new UnitPath(text(row, "unit_path")),
                row.getObject("vault_key", UUID.class),
                row.getBytes("text_sealed"));
    }

    static @Nullable SubjectRef subject(ResultSet row) throws SQLException {
        String module = row.getString("subject_module");
        UUID id = row.getObject("subject_id", UUID.class);
        return module == null || id == null ? null : new SubjectRef(module, id);
    }

    static @Nullable String module(@Nullable SubjectRef subject) {
        return subject == null ? null : subject.module();
    }

    static @Nullable UUID id(@Nullable SubjectRef subject) {
        return subject == null ? null : subject.id();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
