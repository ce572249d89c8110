package org.lianxin.organisation.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens of machines. The token is told once, to whoever makes it; a token that was ended stops within four seconds. */
@Component
public class ClientTokens {

    public static final String PREFIX = "lx_";
    public static final Set<String> SCOPES = Set.of("warning:submit");

    private static final SystemJob JOB = new SystemJob("organisation.clients", false);
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public ClientTokens(ScopedTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** One request asks again for all; the others take the answer they know meanwhile, for as long again at most. */
    private record Remembered(Optional<ClientApp> client, long atNanos, AtomicBoolean isAskedAgain) {
        boolean isGoodAt(long now) {
            long age = now - atNanos;
            return age < FRESH_NANOS || (age < 2 * FRESH_NANOS && !isAskedAgain.compareAndSet(false, true));
        }
    }

    /** A token without its secret. */
    public record ClientView(
            UUID id,
            String name,
            List<String> scopes,
            String unitName,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    public Optional<ClientApp> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = Tokens.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Remembered known = remembered.get(key);
        long now = System.nanoTime();
        if (known != null && known.isGoodAt(now)) {
            return known.client;
        }
        Optional<ClientApp> client = transactions.runAs(
                JOB,
                () -> jdbc.sql("""
                        select name, scopes, unit_path from organisation.client_token
                        where token_hash = ? and ended_at is null""")
                        .param(hash)
                        .query((row, n) -> new ClientApp(
                                row.getString("name"),
                                Set.copyOf(Arrays.asList(
                                        (String[]) row.getArray("scopes").getArray())),
                                new UnitPath(row.getString("unit_path"))))
                        .optional());
        if (client.isPresent() || known != null) {
            remembered.put(key, new Remembered(client, now, new AtomicBoolean()));
        }
        return client;
    }

    /** Makes a token within the caller's transaction and tells it. */
    public String create(String name, List<String> scopes, UnitRef unit) {
        String token = PREFIX + Tokens.fresh();
        jdbc.sql("""
                        insert into organisation.client_token (id, name, token_hash, scopes, unit_id, unit_path)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Uuid7.next(),
                        name,
                        Tokens.hash(token),
                        scopes.toArray(String[]::new),
                        unit.id(),
                        unit.path().value())
                .update();
        return token;
    }

    public List<ClientView> list() {
        return jdbc.sql("""
                        select c.id, c.name, c.scopes, u.name as unit_name, c.created_at, c.ended_at
                        from organisation.client_token c join organisation.unit u on u.id = c.unit_id
                        order by c.created_at desc limit 500""")
                .query((row, n) -> new ClientView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getString("unit_name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("ended_at", OffsetDateTime.class))))
                .list();
    }

    /** False when there is no such token within the caller's scope. */
    public boolean end(UUID id) {
        remembered.clear();
        return jdbc.sql("update organisation.client_token set ended_at = now() where id = ? and ended_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
