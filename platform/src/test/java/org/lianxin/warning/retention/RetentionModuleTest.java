package org.lianxin.warning.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianxin.testing.Seen.PHONE;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.retention.RetentionRun;
import org.lianxin.notification.Notifications;
import org.lianxin.organisation.Units;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.vault.Vault;
import org.lianxin.warning.InventedWork;
import org.lianxin.warning.InventedWork.Came;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.Arrived;
import org.lianxin.warning.stream.StreamIntake;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P3: nothing is kept past its term without a hold; what ended cannot be read again, not even from a copy made before. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        properties = "lianxin.test=retention",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RetentionModuleTest {

    private static final SystemJob JOB = new SystemJob("warning.test", true);
    private static final String STREET = "内蒙古通辽市霍林郭勒市珠斯花街道";

    @Autowired
    private Intake intake;

    @Autowired
    private Units units;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private RetentionRun retention;

    @Autowired
    private InventedWork work;

    @Autowired
    private Vault vault;

    @Autowired
    private Notifications notifications;

    @Autowired
    private CallerCodes codes;

    @Autowired
    private StreamIntake stream;

    @Autowired
    private JdbcClient jdbc;

    private Viewer clerk() {
        return Desks.clerk(((TongliaoUnits) units).city);
    }

    /** Warned, called, spoken to: closed now. */
    private UUID closed() {
        Sender sender = Sender.machine("national-platform", ((TongliaoUnits) units).city, null);
        UUID id = intake.accept(sender, Desks.signal(Clock.systemUTC().instant(), STREET))
                .episodeId();
        Viewer clerk = clerk();
        transactions.runAs(JOB, () -> jdbc.sql("""
                        insert into warning.awakening (id, episode_id, state, step, scam_type, paper, before, after, days, opened_at, ended_at)
                        values (?, ?, 'done', 'agreeing', 'other', '{}', 'paid', 'believes', 1, lianxin_now(), lianxin_now())""").params(Uuid7.next(), id).update());
        work.call(clerk, id, "reached");
        work.outcome(clerk, id, new Came("reached", 3_000_000L, "银行取消转账", 1_000L, "说是女儿让转的", null, null));
        return id;
    }

    private int count(String sql, UUID id) {
        return transactions.runAs(
                JOB, () -> jdbc.sql(sql).param(id).query(Integer.class).single());
    }

    private String text(String sql, UUID id) {
        return transactions.runAs(
                JOB,
                () -> String.valueOf(jdbc.sql(sql)
                        .param(id)
                        .query((row, n) -> row.getString(1))
                        .single()));
    }

    private void pass(String time) {
        transactions.runAs(
                JOB,
                () -> jdbc.sql("select runtime.shift_clock(?::interval)::text")
                        .param(time)
                        .query(String.class)
                        .single());
    }

    private record Copy(UUID key, byte[] sealed) {}

    /** What a backup would hold. */
    private Copy copyOf(UUID episode) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("""
                        select c.data_key, c.sealed from warning.signal_content c join warning.signal s on s.id = c.signal_id
                        where s.episode_id = ?""")
                        .param(episode)
                        .query((row, n) -> new Copy(row.getObject(1, UUID.class), row.getBytes(2)))
                        .single());
    }

    private void hold(UUID episode, String days) {
        transactions.runAs(
                JOB, () -> jdbc.sql("""
                        insert into audit.hold (id, subject_module, subject_id, reason, made_by, until_at)
                        values (?, 'warning', ?, '案件侦办需要', 'test', lianxin_now() + ?::interval)""").params(Uuid7.next(), episode, days).update());
    }

    @Test
    void p3_contentEndsAfterItsTermAndOnlyASkeletonStaysUntilItEndsToo() {
        UUID id = closed();
        UUID held = closed();
        hold(held, "100 days");
        Copy copy = copyOf(id);
        assertThat(vault.open(copy.key(), "warning.signal_content.sealed", copy.sealed()))
                .isNotEmpty();
        String token = text("select person_token from warning.episode where id = ?", id);

        codes.verify("123456", "4417", "10.0.0.9");
        stream.take(
                Sender.machine("province", ((TongliaoUnits) units).city, null),
                List.of(new Arrived("warnings", 0, 1, new byte[] {'{'})));

        pass("89 days");
        assertThat(retention.run())
                .containsEntry("warning.caller-code", 4)
                .containsEntry("warning.quarantine", 1)
                .doesNotContainKey("warning.content");
        assertThat(count("select count(*)::int from warning.episode where id = ? and expired_at is null", id))
                .isEqualTo(1);

        pass("2 days");
        Map<String, Integer> ended = retention.run();

        assertThat(ended).containsEntry("warning.content", 1);
        assertSkeleton(id, token);
        assertThatThrownBy(() -> vault.open(copy.key(), "warning.signal_content.sealed", copy.sealed()))
                .isInstanceOf(Vault.KeyDestroyed.class);
        assertThat(retention.run()).doesNotContainKey("warning.content");
        assertThat(text(
                        "select note from audit.entry where action = 'audit.retention' and note = 'warning.content' and count = 1"
                                + " and id is distinct from (select null::bigint where ?::uuid is null)",
                        id))
                .isEqualTo("warning.content");

        assertThat(text("select name_masked from warning.episode where id = ?", held))
                .isEqualTo("包*兰");
        pass("10 days");
        assertThat(retention.run()).containsEntry("warning.content", 1);

        pass("1000 days");
        assertThat(retention.run()).containsEntry("warning.skeleton", 2);
        assertThat(count("select count(*)::int from warning.episode where id = ?", id))
                .isZero();
        assertThat(count("select count(*)::int from warning.signal where episode_id = ?", id))
                .isZero();
    }

    private void assertSkeleton(UUID id, String token) {
        String row = text("select row_to_json(e)::text from warning.episode e where id = ?", id);
        assertThat(row)
                .contains(token)
                .contains("\"saved_cents\":3000000")
                .contains("\"outcome\":\"reached\"")
                .contains("\"place_code\":\"150581\"")
                .contains("霍林郭勒市\"")
                .doesNotContain("包")
                .doesNotContain("珠斯花")
                .doesNotContainPattern(PHONE);
        for (String table :
                new String[] {"note", "phone_call", "call_step", "search_token", "concerned", "caller_code", "awakening"
                }) {
            assertThat(count("select count(*)::int from warning." + table + " where episode_id = ?", id))
                    .as(table)
                    .isZero();
        }
        assertThat(count(
                        "select count(*)::int from warning.signal_content c join warning.signal s on s.id = c.signal_id"
                                + " where s.episode_id = ?",
                        id))
                .isZero();
        assertThat(text(
                        "select string_agg(title || coalesce(detail, ''), ' ') from \"order\".orders where subject_id = ?",
                        id))
                .doesNotContain("包")
                .doesNotContain("珠斯花");
        assertThat(count(
                        "select count(*)::int from notification.content c join notification.message m on m.id = c.message_id"
                                + " where m.subject_id = ?",
                        id))
                .isZero();
        assertThat(transactions.run(clerk(), () -> notifications.onSubject(new SubjectRef("warning", id))))
                .allMatch(message -> !message.toMasked().startsWith("139"));
    }

    @Test
    void p3_noTermIsChangedByTheServiceAndNoHoldIsMadeByAPerson() {
        for (String sql : new String[] {
            "update audit.retention_term set term = '10 years'",
            "delete from audit.retention_term",
            "insert into audit.retention_term values ('x', '1 day', now(), 'x')"
        }) {
            assertThatThrownBy(() -> transactions.runAs(JOB, () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> transactions.run(
                        clerk(),
                        () -> jdbc.sql("""
                        insert into audit.hold (id, subject_module, subject_id, reason, made_by, until_at)
                        values (?, 'warning', ?, '想留着', 'x', now() + interval '1 year')""")
                                .params(Uuid7.next(), UUID.randomUUID())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }
}
