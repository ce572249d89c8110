package org.lianxin.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

/** What row security shows, and that it shows nothing where the context is missing, forged, stale or another's. */
class SignedContextTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();
    private static final Viewer CITY = ScopedDatabase.viewer("15.1505.", DataScope.UNIT_AND_BELOW, Role.WARNING_CLERK);
    private static final Purpose DISSUADE =
            Purpose.of("warning.dissuade", new SubjectRef("warning", UUID.randomUUID()));

    @BeforeAll
    static void makeTables() {
        DATABASE.asOwner(
                "create schema probe",
                "grant usage on schema probe to lianxin_service",
                "create table probe.work (unit_path text collate \"C\" not null, staff uuid)",
                "create table probe.content (unit_path text collate \"C\" not null, name text)",
                "grant select, insert on probe.work, probe.content to lianxin_service",
                "alter table probe.work enable row level security",
                "alter table probe.content enable row level security",
                """
                create policy scope on probe.work using (
                    (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
                    or unit_path ^@ any ((select audit.scope_chosen())::text[])
                    or ((select audit.scope_own()) and staff = (select audit.scope_staff())))""",
                """
                create policy scope on probe.content using (
                    (select audit.scope_content()) and unit_path >= (select audit.scope_lo())
                    and unit_path < (select audit.scope_hi()))""",
                """
                insert into probe.work (unit_path) values
                    ('15.'), ('15.1505.'), ('15.1505.150581.'), ('15.1505.150581.p1.'), ('15.1505.150502.'), ('15.1506.'), ('15.15050.')""",
                "insert into probe.content values ('15.1505.150581.', '甲'), ('15.1506.', '乙')");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void eachOfTheFiveScopesReachesAsFarAsItsNameSays() {
        assertThat(seen(ScopedDatabase.viewer("15.1505.", DataScope.ALL))).hasSize(7);
        assertThat(seen(CITY))
                .containsExactlyInAnyOrder("15.1505.", "15.1505.150581.", "15.1505.150581.p1.", "15.1505.150502.");
        assertThat(seen(ScopedDatabase.viewer("15.1505.", DataScope.UNIT))).containsExactly("15.1505.");
        assertThat(seen(ScopedDatabase.viewer(
                        "15.1505.",
                        DataScope.CHOSEN_UNITS,
                        List.of(new UnitPath("15.1505.150581."), new UnitPath("15.1506.")))))
                .containsExactlyInAnyOrder("15.1505.150581.", "15.1505.150581.p1.", "15.1506.");
        assertThat(seen(ScopedDatabase.viewer("15.1505.", DataScope.OWN))).isEmpty();
    }

    @Test
    void ownSeesWhatBelongsToThePersonAlone() {
        Viewer officer = ScopedDatabase.viewer("15.1505.150581.", DataScope.OWN, Role.VISITING_OFFICER);
        DATABASE.asOwner("insert into probe.work values ('15.1505.150502.', '" + officer.staffId() + "')");
        assertThat(seen(officer)).containsExactly("15.1505.150502.");
        DATABASE.asOwner("delete from probe.work where staff is not null");
    }

    @Test
    void withoutAContextNothingIsVisible() throws SQLException {
        try (Connection service = DATABASE.service()) {
            assertThat(count(service, "select count(*) from probe.work")).isZero();
            assertThat(count(service, "select count(*) from audit.entry")).isZero();
        }
    }

    @Test
    void aContextThatSomebodySetsByHandShowsNothing() throws SQLException {
        try (Connection service = DATABASE.service()) {
            service.setAutoCommit(false);
            set(service, payload(service, 30_000) + "\u001e" + "ab".repeat(32));
            assertThat(count(service, "select count(*) from probe.work")).isZero();
            set(service, payload(service, 30_000));
            assertThat(count(service, "select count(*) from probe.work")).isZero();
        }
    }

    @Test
    void aContextCopiedFromAnEarlierTransactionShowsNothing() throws SQLException {
        try (Connection service = DATABASE.service()) {
            service.setAutoCommit(false);
            enter(service, payload(service, 30_000));
            String held = text(service, "select current_setting('lianxin.context')");
            assertThat(count(service, "select count(*) from probe.work")).isEqualTo(4);
            service.commit();
            set(service, held);
            assertThat(count(service, "select count(*) from probe.work")).isZero();
        }
    }

    @Test
    void whatTheDatabaseKeepsOfAContextCannotBeEnteredAgain() throws SQLException {
        try (Connection service = DATABASE.service()) {
            service.setAutoCommit(false);
            enter(service, payload(service, 30_000));
            String[] held = text(
                            service,
                            "select current_setting('lianxin.context') || chr(30) || extract(epoch from now())")
                    .split("\u001e", -1);
            assertThatThrownBy(() -> enter(
                            service,
                            held[0] + "\u001e" + held[2],
                            java.util.HexFormat.of().parseHex(held[1])))
                    .hasMessageContaining("not signed");
        }
    }

    @Test
    void aForgedSignatureIsRefused() throws SQLException {
        try (Connection service = DATABASE.service()) {
            service.setAutoCommit(false);
            String payload = payload(service, 30_000);
            byte[] signature = new ContextSeal(ScopedDatabase.SECRETS).sign(payload);
            signature[7] ^= 1;
            assertThatThrownBy(() -> enter(service, payload, signature)).hasMessageContaining("not signed");
            service.rollback();
            assertThat(count(service, "select count(*) from probe.work")).isZero();
        }
    }

    @Test
    void aContextSignedForAnotherConnectionIsRefused() throws SQLException {
        try (Connection service = DATABASE.service();
                Connection other = DATABASE.service()) {
            other.setAutoCommit(false);
            String payload = payload(service, 30_000);
            assertThatThrownBy(() -> enter(other, payload)).hasMessageContaining("another connection");
            other.rollback();
            assertThat(count(other, "select count(*) from probe.work")).isZero();
        }
    }

    @Test
    void anExpiredContextShowsNothing() throws SQLException {
        try (Connection service = DATABASE.service()) {
            service.setAutoCommit(false);
            assertThat(enter(service, payload(service, -1))).isNegative();
            assertThat(count(service, "select count(*) from probe.work")).isZero();
            assertThat(enter(service, payload(service, 90_000))).isNegative();
            assertThat(count(service, "select count(*) from probe.work")).isZero();
        }
    }

    @Test
    void theServiceCannotReadTheKeyNorSign() throws SQLException {
        try (Connection service = DATABASE.service()) {
            assertThatThrownBy(() -> count(service, "select count(*) from audit.context_key"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> text(service, "select encode(audit.seal('x'), 'hex')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void contentOpensOnlyInTheTransactionThatNotedItsPurpose() {
        assertThat(names(CITY)).isEmpty();
        assertThat(DATABASE.transactions().runFor(CITY, DISSUADE, SignedContextTest::contentNames))
                .containsExactly("甲");
        assertThat(names(CITY)).isEmpty();
    }

    @Test
    void nothingIsShownWhenTheEntryCannotBeWritten() {
        DATABASE.asOwner(
                "alter table audit.entry add constraint broken check (purpose <> 'warning.dissuade') not valid");
        try {
            assertThatThrownBy(() -> DATABASE.transactions().runFor(CITY, DISSUADE, SignedContextTest::contentNames))
                    .hasMessageContaining("broken");
        } finally {
            DATABASE.asOwner("alter table audit.entry drop constraint broken");
        }
    }

    @Test
    void anEntryRolledBackToASavepointClosesContentAgain() throws SQLException {
        try (Connection service = DATABASE.service();
                var statement = service.createStatement()) {
            service.setAutoCommit(false);
            enter(service, payload(service, 30_000));
            statement.execute("savepoint before");
            statement.execute("select audit.note('x', 'x', null, null, null, null, 0, 'opened', null)");
            assertThat(count(service, "select count(*) from probe.content")).isEqualTo(1);
            statement.execute("rollback to before");
            assertThat(count(service, "select count(*) from probe.content")).isZero();
        }
    }

    @Test
    void aJobSeesAllUnitsButContentOnlyWhenItSaysSo() {
        assertThat(DATABASE.transactions().runAs(new SystemJob("probe.count", false), SignedContextTest::workPaths))
                .hasSize(7);
        assertThat(DATABASE.transactions().runAs(new SystemJob("probe.count", false), SignedContextTest::contentNames))
                .isEmpty();
        assertThat(DATABASE.transactions().runAs(new SystemJob("probe.read", true), SignedContextTest::contentNames))
                .hasSize(2);
    }

    @Test
    void aJobOnAViewersBehalfReachesFurtherAndThenTheViewerIsBackInScope() {
        List<Integer> sizes = DATABASE.transactions().run(CITY, () -> {
            int before = workPaths().size();
            int inside = DATABASE.transactions()
                    .runAs(
                            new SystemJob("probe.count", false),
                            () -> workPaths().size());
            return List.of(before, inside, workPaths().size());
        });
        assertThat(sizes).containsExactly(4, 7, 4);
    }

    @Test
    void aTransactionCannotGoOnAsSomebodyElse() {
        Viewer other = ScopedDatabase.viewer("15.1506.", DataScope.UNIT);
        assertThatThrownBy(() -> DATABASE.transactions()
                        .run(CITY, () -> DATABASE.transactions().run(other, SignedContextTest::workPaths)))
                .hasMessageContaining("cannot go on as");
    }

    private static List<String> seen(Viewer viewer) {
        return DATABASE.transactions().run(viewer, SignedContextTest::workPaths);
    }

    private static List<String> names(Viewer viewer) {
        return DATABASE.transactions().run(viewer, SignedContextTest::contentNames);
    }

    private static List<String> workPaths() {
        return DATABASE.jdbc()
                .sql("select unit_path from probe.work")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<String> contentNames() {
        return DATABASE.jdbc()
                .sql("select name from probe.content")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String payload(Connection connection, long millisAhead) throws SQLException {
        return new Context(CITY, null)
                .payload((int) count(connection, "select pg_backend_pid()"), System.currentTimeMillis() + millisAhead);
    }

    private static long enter(Connection connection, String payload) throws SQLException {
        return enter(connection, payload, new ContextSeal(ScopedDatabase.SECRETS).sign(payload));
    }

    private static long enter(Connection connection, String payload, byte[] signature) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select audit.enter(?, ?)")) {
            statement.setString(1, payload);
            statement.setBytes(2, signature);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void set(Connection connection, String value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('lianxin.context', ?, true)")) {
            statement.setString(1, value);
            statement.executeQuery().close();
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
