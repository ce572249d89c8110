package org.lianxin.warning.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.Joining.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens what signals said. Only in a transaction that may see content; row security shows nothing otherwise. */
@Component
public class SealedContents {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ContentJson json;
    private final SearchKeys keys;

    SealedContents(JdbcClient jdbc, Vault vault, ContentJson json, SearchKeys keys) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.keys = keys;
    }

    /** What one signal of an episode said. */
    public record Opened(UUID signalId, UUID episodeId, Content content) {}

    /** Contents of all signals of the episodes, oldest signal first. */
    public List<Opened> open(Collection<UUID> episodes) {
        record Row(UUID signal, UUID episode, UUID key, Bytes sealed) {}
        List<Row> rows = jdbc.sql("""
                        select s.id, s.episode_id, c.data_key, c.sealed
                        from warning.signal s join warning.signal_content c on c.signal_id = s.id
                        where s.episode_id = any(:episodes::uuid[]) order by s.occurred_at, s.id
                        """)
                .param("episodes", episodes.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        new Bytes(row.getBytes(4))))
                .list();
        vault.warm(rows.stream().map(Row::key).toList());
        return rows.stream()
                .map(row -> new Opened(
                        row.signal(),
                        row.episode(),
                        json.read(vault.open(
                                row.key(), Content.CONTEXT, row.sealed().array()))))
                .toList();
    }

    /** Removes all search tokens of the episodes; their contents must still be there to know them by. */
    public void forgetTokens(Collection<UUID> episodes) {
        List<Long> tokens = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Opened opened : open(episodes)) {
            for (Long token : tokens(opened.content())) {
                tokens.add(token);
                owners.add(opened.episodeId().toString());
            }
        }
        jdbc.sql("""
                        delete from warning.search_token t using unnest(:tokens, :owners::uuid[]) o(token, episode_id)
                        where t.token = o.token and t.episode_id = o.episode_id
                        """)
                .param("tokens", tokens.stream().mapToLong(Long::longValue).toArray())
                .param("owners", owners.toArray(String[]::new))
                .update();
    }

    /** Content of one signal, sealed under another key. */
    public record Sealed(UUID signalId, Bytes sealed) {
        public byte[] bytes() {
            return sealed.array();
        }
    }

    /** Seals the contents of signals under the key of another episode. */
    public List<Sealed> sealAgain(Collection<UUID> signals, UUID key) {
        return jdbc.sql(
                        "select signal_id, data_key, sealed from warning.signal_content where signal_id = any(:ids::uuid[])")
                .param("ids", signals.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Sealed(
                        row.getObject(1, UUID.class),
                        new Bytes(vault.seal(
                                key,
                                Content.CONTEXT,
                                vault.open(row.getObject(2, UUID.class), Content.CONTEXT, row.getBytes(3))))))
                .list();
    }

    /** Makes an episode findable by all that its signals say. */
    public void rememberTokens(List<Opened> opened) {
        List<Long> tokens = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Opened each : opened) {
            for (Long token : tokens(each.content())) {
                tokens.add(token);
                owners.add(each.episodeId().toString());
            }
        }
        jdbc.sql("""
                        insert into warning.search_token (token, episode_id)
                        select * from unnest(:tokens, :owners::uuid[]) on conflict do nothing
                        """)
                .param("tokens", tokens.stream().mapToLong(Long::longValue).toArray())
                .param("owners", owners.toArray(String[]::new))
                .update();
    }

    /** Keyed token of the national id that a signal brought; null when none did. */
    public @Nullable String personToken(List<Opened> opened) {
        for (Opened each : opened) {
            String id = each.content().nationalId();
            if (id != null) {
                return vault.personToken("warning", new NationalId(id));
            }
        }
        return null;
    }

    /** Erases what these keys sealed, after the commit that removed the rows. */
    public void destroy(Collection<UUID> dataKeys) {
        vault.destroy(dataKeys);
    }

    /** The tokens an episode is found by through this content. */
    public List<Long> tokens(Content content) {
        PhoneNumber phone = content.phone() == null ? null : new PhoneNumber(content.phone());
        return keys.tokens(content.name(), phone, person(content));
    }

    /** The tokens by which episodes about the same person are found. */
    public List<Long> personKeys(Content content) {
        return Stream.of(person(content).idKey(), person(content).phoneNameKey())
                .filter(Objects::nonNull)
                .toList();
    }

    private Person person(Content content) {
        NationalId id = content.nationalId() == null ? null : new NationalId(content.nationalId());
        PhoneNumber phone = content.phone() == null ? null : new PhoneNumber(content.phone());
        return keys.person(content.name(), id, phone);
    }
}
