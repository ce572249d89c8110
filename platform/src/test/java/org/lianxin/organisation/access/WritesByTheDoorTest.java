package org.lianxin.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing;
import org.lianxin.shared.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With all checks in Java off, row security keeps people from writing past the life cycle what they may see. */
@SpringBootTest(
        classes = {Lianxin.class, AuthorisationTest.Switch.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WritesByTheDoorTest {

    @Autowired
    private Population population;

    @Autowired
    private Staffing staffing;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private Viewer command;

    @BeforeEach
    void settle() {
        population.settle();
        command = staffing.actAs("command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"order\".orders set rank = 1",
                "insert into \"order\".event (id, order_id, at, actor, action, from_state, to_state)"
                        + " select gen_random_uuid(), id, now(), 'x', 'met', 'issued', 'met' from \"order\".orders",
                "insert into \"order\".deadline (order_id, step, at) values (gen_random_uuid(), 1, now())",
                "insert into \"order\".fired (order_id, step, due_at, at, fence, node)"
                        + " select id, 1, now(), now(), 1, 'x' from \"order\".orders",
                "insert into \"order\".ladder (id, version, name_zh, name_en) values ('plain', 99, 'x', 'x')",
                "insert into notification.part (gateway, reference, message_id) values ('x', 'x', gen_random_uuid())",
                "insert into notification.receipt (gateway, reference, state, at) values ('x', 'x', 'delivered', now())",
                "insert into notification.message (id, key, channel, template, to_masked, unit_id, unit_path, state, at, next_at)"
                        + " select gen_random_uuid(), 'x', 'sms', 'x', 'x', o.to_unit, o.to_unit_path, 'queued', now(), now()"
                        + " from \"order\".orders o limit 1"
            })
    void aPersonWritesNothingThatOnlyTheServiceMayWrite(String sql) {
        assertThatThrownBy(() -> transactions.run(command, () -> jdbc.sql(sql).update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void deadlinesAreOutOfAPersonsHands() {
        assertThat(transactions.<Integer>run(
                        command,
                        () -> jdbc.sql("delete from \"order\".deadline").update()))
                .isZero();
        assertThat(transactions.<Integer>run(
                        command,
                        () -> jdbc.sql("update \"order\".deadline set at = now()")
                                .update()))
                .isZero();
        assertThat(transactions.<Long>run(
                        command,
                        () -> jdbc.sql("select count(*) from \"order\".deadline")
                                .query(Long.class)
                                .single()))
                .isPositive();
    }
}
