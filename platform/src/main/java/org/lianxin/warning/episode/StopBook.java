package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.StopRequest;
import org.lianxin.warning.domain.StopRequest.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Requests to stop a payment as rows; cards and accounts under the key of the episode. */
@Component
public class StopBook {

    private static final SystemJob SEAL = new SystemJob("warning.stop-request", true);
    private static final String CONTEXT = "warning.stop_request_content.sealed";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScopedTransactions transactions;
    private final Vault vault;
    private final JdbcClient jdbc;

    StopBook(ScopedTransactions transactions, Vault vault, JdbcClient jdbc) {
        this.transactions = transactions;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** A request without what is sealed. */
    public record Asked(
            UUID id,
            UUID orderId,
            UUID staffId,
            Instant at,
            Instant paidAt,
            @Nullable Long amountCents) {}

    /** What is sealed of one. */
    public record Sealed(UUID id, Accounts accounts) {}

    void add(EpisodeRow episode, UUID order, Viewer by, StopRequest request) {
        UUID id = Uuid7.next();
        jdbc.sql("""
                        insert into warning.stop_request (id, episode_id, order_id, staff_id, asked_at, paid_at, amount_cents)
                        values (:id, :episode, :order, :staff, lianxin_now(), :paid, :amount)""")
                .param("id", id)
                .param("episode", episode.id())
                .param("order", order)
                .param("staff", by.staffId())
                .param("paid", request.paidAt().atOffset(java.time.ZoneOffset.UTC))
                .param("amount", request.amountCents(), java.sql.Types.BIGINT)
                .update();
        if (!request.accounts().isEmpty()) {
            byte[] plain = JSON.writeValueAsBytes(request.accounts());
            transactions.runAs(
                    SEAL,
                    () -> jdbc.sql("""
                            insert into warning.stop_request_content (request_id, data_key, sealed)
                            values (:id, :key, :sealed)""")
                            .param("id", id)
                            .param("key", episode.dataKey())
                            .param("sealed", vault.seal(episode.dataKey(), CONTEXT, plain))
                            .update());
        }
    }

    /** The newest first. */
    public List<Asked> list(UUID episode) {
        return jdbc.sql("""
                        select id, order_id, staff_id, asked_at, paid_at, amount_cents from warning.stop_request
                        where episode_id = :episode order by asked_at desc, id desc limit 50""")
                .param("episode", episode)
                .query((row, n) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        EpisodeRows.instant(row, "asked_at"),
                        EpisodeRows.instant(row, "paid_at"),
                        row.getObject("amount_cents", Long.class)))
                .list();
    }

    /** Call in a transaction with a purpose. */
    public List<Sealed> open(UUID episode) {
        return jdbc.sql("""
                        select r.id, c.data_key, c.sealed from warning.stop_request r
                        join warning.stop_request_content c on c.request_id = r.id
                        where r.episode_id = :episode order by r.asked_at desc, r.id desc limit 50""")
                .param("episode", episode)
                .query((row, n) -> new Sealed(
                        row.getObject("id", UUID.class),
                        JSON.readValue(
                                vault.open(row.getObject("data_key", UUID.class), CONTEXT, row.getBytes("sealed")),
                                Accounts.class)))
                .list();
    }
}
