package org.lianxin.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

class EntryNotesTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();
    private static final Viewer CLERK = ScopedDatabase.viewer("15.1505.", DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aDeedNamesWhoAndWhereFromTheContext() {
        UUID id = UUID.randomUUID();
        DATABASE.transactions().run(CLERK, () -> {
            DATABASE.log().deed(new Deed("warning.batch.undone", new SubjectRef("warning", id), 7, "done", "批次撤销"));
            return true;
        });
        assertThat(entry(id))
                .containsEntry("actor", CLERK.staffNumber())
                .containsEntry("staff_id", CLERK.staffId())
                .containsEntry("staff_name", "白音")
                .containsEntry("roles", "WARNING_CLERK")
                .containsEntry("unit_path", "15.1505.")
                .containsEntry("action", "warning.batch.undone")
                .containsEntry("count", 7)
                .containsEntry("note", "批次撤销");
    }

    @Test
    void aReadIsOneEntryThatSaysWhatWasShown() {
        UUID id = UUID.randomUUID();
        Purpose purpose = new Purpose("warning.visit", new SubjectRef("warning", id), UUID.randomUUID(), "核实地址");
        DATABASE.transactions().runFor(CLERK, purpose, () -> {
            DATABASE.log().shown(List.of("aa", "bb"), List.of("name", "phone"));
            return true;
        });
        assertThat(entry(id))
                .containsEntry("purpose", "warning.visit")
                .containsEntry("reason", "核实地址")
                .containsEntry("order_id", purpose.orderId())
                .containsEntry("persons", "aa,bb")
                .containsEntry("fields", "name,phone")
                .containsEntry("count", 2)
                .containsEntry("result", "shown");
    }

    @Test
    void aReadThatFailsLeavesNoEntryAndShowedNothing() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> DATABASE.transactions()
                        .runFor(CLERK, Purpose.of("warning.visit", new SubjectRef("warning", id)), () -> {
                            throw new IllegalStateException("broken");
                        }))
                .hasMessage("broken");
        assertThat(DATABASE.transactions()
                        .runAs(
                                new SystemJob("test.look", false),
                                () -> DATABASE.jdbc()
                                        .sql("select count(*) from audit.entry where subject_id = ?")
                                        .param(id)
                                        .query(Long.class)
                                        .single()))
                .isZero();
    }

    @Test
    void aJobThatOpensContentIsNotedOnceAMinute() {
        SystemJob job = new SystemJob("test.every-quarter-second", true);
        for (int i = 0; i < 5; i++) {
            DATABASE.transactions().runAs(job, () -> true);
        }
        assertThat(entriesOfJob(job.name())).isEqualTo(1);
    }

    @Test
    void aJobThatOpensContentOnAPersonsBehalfIsNotedUnderThatPersonEachTime() {
        SystemJob job = new SystemJob("test.for-somebody", true);
        for (int i = 0; i < 2; i++) {
            DATABASE.transactions().run(CLERK, () -> DATABASE.transactions().runAs(job, () -> true));
        }
        assertThat(entriesOfJob(job.name())).isEqualTo(2);
    }

    @Test
    void outsideATransactionNothingCanBeNoted() {
        assertThatThrownBy(() -> DATABASE.log().deed(new Deed("x.y", null, 0, "done", null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> DATABASE.transactions().actor()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutAPurposeNothingCanBeSaidToBeShown() {
        assertThatThrownBy(() -> DATABASE.transactions().run(CLERK, () -> {
                    DATABASE.log().shown(List.of("aa"), List.of("name"));
                    return true;
                }))
                .hasMessageContaining("runFor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit.entry (actor, action, result) values ('x', 'x', 'x')",
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "select audit.note('x', null, null, null, null, null, 0, 'done', null)",
                "select audit.shown(1, '{}', '{}')"
            })
    void theServicesRoleCannotWriteAroundTheDoor(String sql) throws SQLException {
        try (Connection service = DATABASE.service();
                var statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set actor = 'x'",
                "update audit.entry set tx = pg_current_xact_id()",
                "delete from audit.entry",
                "truncate audit.entry"
            })
    void evenTheOwnerIsStoppedByTheTrigger(String sql) {
        DATABASE.transactions().run(CLERK, () -> {
            DATABASE.log().deed(new Deed("test.entry", null, 0, "done", null));
            return true;
        });
        assertThatThrownBy(() -> DATABASE.asOwner(sql)).hasMessageContaining("append-only");
    }

    private static long entriesOfJob(String job) {
        return DATABASE.transactions()
                .runAs(
                        new SystemJob("test.look", false),
                        () -> DATABASE.jdbc()
                                .sql("select count(*) from audit.entry where purpose = ?")
                                .param(job)
                                .query(Long.class)
                                .single());
    }

    private static Map<String, @Nullable Object> entry(UUID subject) {
        return DATABASE.transactions()
                .run(
                        CLERK,
                        () -> DATABASE.jdbc().sql("""
                        select actor, staff_id, staff_name, roles, unit_path, action, purpose, order_id, reason, count, result, note,
                               array_to_string(persons, ',') persons, array_to_string(fields, ',') fields
                        from audit.entry where subject_id = ?""").param(subject).query().singleRow());
    }
}
