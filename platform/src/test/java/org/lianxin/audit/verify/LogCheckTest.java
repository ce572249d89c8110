package org.lianxin.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.store.ScopedDatabase;
import org.lianxin.audit.store.SequencedDatabase;

/** S9: whatever the owner of the database does to the log, the verifier finds it. */
class LogCheckTest {

    private static final int TAMPERINGS = 1_000;
    private static final long SEED = 20261122;
    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();
    private static final SequencedDatabase LOG = new SequencedDatabase(DATABASE);
    private static final int ENTRIES = 120;

    @BeforeAll
    static void aLogWithThreeHeads() {
        for (int part = 0; part < 3; part++) {
            LOG.write(ENTRIES / 3);
            LOG.sequence();
            LOG.signHeads();
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anUntouchedLogIsSound() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            LogCheck.Result result = check(owner, null);
            assertThat(result.problems()).isEmpty();
            assertThat(result.entries()).isGreaterThanOrEqualTo(ENTRIES);
            assertThat(result.heads()).isEqualTo(3);
            assertThat(check(owner, result.last()).isSound()).isTrue();
        }
    }

    @Test
    void everyOneOfAThousandTamperingsIsFound() throws SQLException {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        try (Connection owner = DATABASE.owner()) {
            Pin pin = Objects.requireNonNull(check(owner, null).last());
            owner.setAutoCommit(false);
            for (int i = 0; i < TAMPERINGS; i++) {
                String tampering = tamper(owner, random);
                if (check(owner, pin).isSound()) {
                    missed.add(tampering);
                }
                owner.rollback();
            }
        }
        assertThat(missed)
                .as("seed %s, %s of %s missed", SEED, missed.size(), TAMPERINGS)
                .isEmpty();
    }

    @Test
    void theFirstBadEntryIsNamed() throws SQLException {
        try (Connection owner = DATABASE.owner()) {
            owner.setAutoCommit(false);
            long id = entry(owner, 77);
            execute(owner, "alter table audit.entry disable trigger user");
            execute(owner, "update audit.entry set reason = 'another' where id = " + id);
            assertThat(check(owner, null).problems().getFirst()).contains("entry " + id + " ", "was changed");
            owner.rollback();
        }
    }

    @Test
    void aLogSignedAgainBySomebodyElseIsToldByThePin() throws SQLException {
        try (ScopedDatabase other = ScopedDatabase.fresh();
                Connection owner = other.owner()) {
            SequencedDatabase honest = new SequencedDatabase(other);
            honest.write(10);
            honest.sequence();
            honest.signHeads();
            Pin pin = check(owner, null).last();
            execute(owner, "alter table audit.head disable trigger user");
            execute(owner, "delete from audit.head");
            new SequencedDatabase(
                            other, name -> ScopedDatabase.SECRETS.secret(name.equals("audit.head") ? "stolen" : name))
                    .signHeads();
            assertThat(check(owner, null).isSound()).isTrue();
            assertThat(check(owner, pin).problems())
                    .anyMatch(problem -> problem.contains("not signed by the pinned key"));
        }
    }

    @Test
    void severalNodesSignNoMoreHeadsThanOne() {
        try (ScopedDatabase other = ScopedDatabase.fresh()) {
            SequencedDatabase one = new SequencedDatabase(other);
            one.write(3);
            one.sequence();
            assertThat(one.signHeadsUnlessWithin(50)).isEqualTo(1);
            assertThat(new SequencedDatabase(other).signHeadsUnlessWithin(50)).isZero();
            assertThat(new SequencedDatabase(other).signHeads()).isEqualTo(1);
        }
    }

    @Test
    void anEntryOfATransactionThatIsStillRunningIsNotOvertaken() throws SQLException {
        try (ScopedDatabase other = ScopedDatabase.fresh();
                Connection owner = other.owner()) {
            SequencedDatabase log = new SequencedDatabase(other);
            try (Connection slow = other.owner()) {
                slow.setAutoCommit(false);
                execute(slow, "insert into audit.entry (actor, action, result) values ('slow', 'x.y', 'done')");
                log.write(5);
                assertThat(log.sequence()).isZero();
                slow.commit();
            }
            assertThat(log.sequence()).isEqualTo(6);
            log.signHeads();
            assertThat(check(owner, null).problems()).isEmpty();
        }
    }

    /** Changes something, and hides it as well as the owner of the database can without the signing key. */
    private static String tamper(Connection owner, Random random) throws SQLException {
        for (String table : List.of("entry", "leaf", "head")) {
            execute(owner, "alter table audit." + table + " disable trigger user");
        }
        long seq = random.nextInt(ENTRIES);
        long id = entry(owner, seq);
        List<String> statements = switch (random.nextInt(11)) {
            case 0 -> List.of("update audit.entry set staff_name = staff_name || ' ' where id = " + id);
            case 1 -> List.of("update audit.entry set at = at + interval '1 microsecond' where id = " + id);
            case 2 ->
                List.of(
                        "update audit.entry set purpose = 'audit.review' where id = " + id,
                        "update audit.leaf set hash = sha256('\\x00'::bytea || convert_to(audit.leaf_text(e), 'UTF8'))"
                                + " from audit.entry e where e.id = entry_id and entry_id = " + id);
            case 3 -> List.of("delete from audit.entry where id = " + id);
            case 4 ->
                List.of("delete from audit.entry where id = " + id, "delete from audit.leaf where entry_id = " + id);
            case 5 ->
                List.of(
                        "delete from audit.entry where id = " + id,
                        "delete from audit.leaf where entry_id = " + id,
                        "update audit.leaf set seq = -seq where seq > " + seq,
                        "update audit.leaf set seq = -seq - 1 where seq < 0");
            case 6 -> swap(seq, (seq + 1 + random.nextInt(ENTRIES - 1)) % ENTRIES);
            case 7 ->
                List.of(
                        "delete from audit.leaf where seq >= " + seq,
                        "delete from audit.entry e where not exists (select from audit.leaf l where l.entry_id = e.id)");
            case 8 ->
                List.of(
                        "delete from audit.head where number > 1",
                        "delete from audit.leaf where seq >= (select size from audit.head)",
                        "delete from audit.entry e where not exists (select from audit.leaf l where l.entry_id = e.id)");
            case 9 -> List.of("update audit.head set size = size - 1 where number = " + (1 + random.nextInt(3)));
            default ->
                List.of("insert into audit.entry (tx, actor, action, result) values ('3', 'nobody', 'x.y', 'done')");
        };
        for (String statement : statements) {
            execute(owner, statement);
        }
        return statements.toString();
    }

    private static List<String> swap(long one, long other) {
        return List.of(
                "update audit.leaf set seq = -1000000 where seq = " + one,
                "update audit.leaf set seq = " + one + " where seq = " + other,
                "update audit.leaf set seq = " + other + " where seq = -1000000");
    }

    private static long entry(Connection owner, long seq) throws SQLException {
        try (Statement statement = owner.createStatement();
                var row = statement.executeQuery("select entry_id from audit.leaf where seq = " + seq)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static LogCheck.Result check(Connection connection, @Nullable Pin pin) throws SQLException {
        return new LogCheck(new LogReader(connection), pin).run();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
