package org.lianxin.order.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers given under idempotency keys, for a day. */
@Repository
public class AnswerStore {

    private static final int HOURS = 24;

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose key, for what, and a hash of what was asked. */
    public record Asked(UUID staff, UUID key, String operation, byte[] request) {

        public boolean isSameAs(Asked other) {
            return operation.equals(other.operation) && Arrays.equals(request, other.request);
        }
    }

    public record Answered(Asked asked, String answer) {}

    /** True for the first to come with this key; whoever comes second waits until the first is done or has failed. */
    public boolean begin(Asked asked) {
        return jdbc.sql("""
                                insert into "order".answer (staff_id, key, operation, request)
                                values (:staff, :key, :operation, :request) on conflict do nothing""")
                        .param("staff", asked.staff())
                        .param("key", asked.key())
                        .param("operation", asked.operation())
                        .param("request", asked.request())
                        .update()
                == 1;
    }

    public void keep(Asked asked, String answer) {
        jdbc.sql("update \"order\".answer set answer = :answer where staff_id = :staff and key = :key")
                .param("answer", answer)
                .param("staff", asked.staff())
                .param("key", asked.key())
                .update();
    }

    public Optional<Answered> find(UUID staff, UUID key) {
        return jdbc.sql("""
                        select operation, request, answer from "order".answer
                        where staff_id = :staff and key = :key and answer is not null""")
                .param("staff", staff)
                .param("key", key)
                .query((row, n) -> new Answered(
                        new Asked(
                                staff,
                                key,
                                OrderRows.text(row, "operation"),
                                Objects.requireNonNull(row.getBytes("request"))),
                        OrderRows.text(row, "answer")))
                .optional();
    }

    public int forget() {
        return jdbc.sql("delete from \"order\".answer where at < clock_timestamp() - make_interval(hours => :hours)")
                .param("hours", HOURS)
                .update();
    }
}
