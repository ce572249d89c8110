package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.runtime.Database.Login;
import org.lianxin.testing.TestPostgres;

/** R12: unsafe durability refuses to start; so does a role that row security does not hold. */
class DatabaseChecksTest {

    private final Database database = TestPostgres.freshDatabase();

    @AfterEach
    void makeSafeAgain() throws SQLException {
        as(TestPostgres.administrator(), "ALTER SYSTEM RESET fsync");
        as(TestPostgres.administrator(), "ALTER SYSTEM RESET full_page_writes");
        as(TestPostgres.administrator(), "SELECT pg_reload_conf()");
        as(TestPostgres.administrator(), "ALTER ROLE lianxin_service NOSUPERUSER NOBYPASSRLS");
        as(TestPostgres.administrator(), "REVOKE lianxin_owner FROM lianxin_service");
    }

    @Test
    void r12_acceptsASafeServer() {
        assertThatCode(() -> checkAll(new DatabaseChecks(database))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void r12_refusesAServerThatDoesNotWriteThrough(String setting) throws Exception {
        switchOff(setting);
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(setting + " = off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void r12_refusesCommitsThatAreAnsweredBeforeTheyAreSafe(String value) throws SQLException {
        as(TestPostgres.administrator(), "ALTER DATABASE " + name() + " SET synchronous_commit = " + value);
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database)))
                .hasMessageContaining("synchronous_commit = " + value);
    }

    @Test
    void r12_canary_aCheckThatForgetsASettingLetsTheUnsafeServerPass() throws Exception {
        switchOff("fsync");
        DatabaseChecks planted = new DatabaseChecks(database, Map.of("full_page_writes", Set.of("on")));
        assertThatCode(() -> checkAll(planted))
                .as("without the check for fsync nothing else stops the start, so the tests above can fail")
                .doesNotThrowAnyException();
    }

    @Test
    void r12_refusesAServerWithoutChecksums() {
        Map<String, Set<String>> impossible = Map.of("data_checksums", Set.of("neither"));
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database, impossible)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining("data_checksums");
                    assertThat(refused.action()).contains("pg_checksums --enable");
                });
        assertThat(DatabaseChecks.DURABLE.get("data_checksums")).containsExactly("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERUSER", "BYPASSRLS"})
    void refusesAServiceThatRowSecurityDoesNotHold(String power) throws SQLException {
        as(TestPostgres.administrator(), "ALTER ROLE lianxin_service " + power);
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("row security would not hold");
    }

    @Test
    void refusesAServiceThatIsTheOwner() throws SQLException {
        assertThatThrownBy(() ->
                        checkAll(new DatabaseChecks(new Database(database.url(), database.owner(), database.owner()))))
                .hasMessageContaining("is the owner");
        as(TestPostgres.administrator(), "GRANT lianxin_owner TO lianxin_service");
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database))).hasMessageContaining("member");
    }

    @Test
    void refusesAServiceThatOwnsTables() throws SQLException {
        as(TestPostgres.administrator(), "CREATE TABLE runtime.planted (a int)");
        as(TestPostgres.administrator(), "ALTER TABLE runtime.planted OWNER TO lianxin_service");
        assertThatThrownBy(() -> checkAll(new DatabaseChecks(database))).hasMessageContaining("owns tables");
    }

    private static void checkAll(DatabaseChecks checks) {
        checks.refuseUnsafeServer();
        checks.refusePrivilegedService();
    }

    private void switchOff(String setting) throws SQLException, InterruptedException {
        as(TestPostgres.administrator(), "ALTER SYSTEM SET " + setting + " = off");
        as(TestPostgres.administrator(), "SELECT pg_reload_conf()");
        Thread.sleep(300);
    }

    private String name() {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    private void as(Login login, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
