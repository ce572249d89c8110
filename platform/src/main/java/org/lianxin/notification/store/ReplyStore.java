package org.lianxin.notification.store;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.shared.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people write back, and whom we had written to. Every call runs in the caller's transaction. */
@Repository
public class ReplyStore {

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text that went out about a subject, as far as one knows. */
    public record Told(UUID message, SubjectRef subject, UUID unit) {}

    /** The last text about anything that went to the number with this hash; only for jobs that see content. */
    public Optional<Told> findTold(byte[] mac) {
        return jdbc.sql("""
                        select m.id, m.subject_module, m.subject_id, m.unit_id
                        from notification.content c join notification.message m on m.id = c.message_id
                        where c.to_mac = :mac and m.channel = 'sms' and m.subject_id is not null
                          and m.state in ('sending', 'sent', 'delivered', 'uncertain')
                        order by m.id desc limit 1""")
                .param("mac", mac)
                .query((row, n) -> new Told(
                        MessageStore.uuid(row, "id"),
                        Objects.requireNonNull(MessageStore.subject(row)),
                        MessageStore.uuid(row, "unit_id")))
                .optional();
    }

    /** The sealed number of a message; only for jobs that see content. */
    public record SealedNumber(UUID vaultKey, byte[] to) {}

    public Optional<SealedNumber> findNumber(String key) {
        return jdbc.sql("""
                        select c.vault_key, c.to_sealed from notification.content c
                        join notification.message m on m.id = c.message_id where m.key = :key""")
                .param("key", key)
                .query((row, n) -> new SealedNumber(
                        MessageStore.uuid(row, "vault_key"), Objects.requireNonNull(row.getBytes("to_sealed"))))
                .optional();
    }

    /** @param vaultKey under which number and words are sealed */
    public record Reply(UUID id, UUID message, String fromMasked, UUID vaultKey, byte[] from, byte[] text) {}

    public void addReply(Reply reply) {
        jdbc.sql("""
                        insert into notification.reply (id, at, message_id, from_masked, vault_key, from_sealed, text_sealed)
                        values (:id, lianxin_now(), :message, :masked, :vaultKey, :from, :text)""")
                .param("id", reply.id())
                .param("message", reply.message())
                .param("masked", reply.fromMasked())
                .param("vaultKey", reply.vaultKey())
                .param("from", reply.from())
                .param("text", reply.text())
                .update();
    }
}
