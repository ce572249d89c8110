package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianxin.runtime.Database.Login;
import org.lianxin.testing.TestPostgres;

class MigrationsTest {

    private final Database database = TestPostgres.freshDatabase();

    @Test
    void everyFolderOfMigrationsHasItsPlaceInTheOrder() throws IOException, URISyntaxException {
        Path db = Path.of(Objects.requireNonNull(getClass().getResource("/db")).toURI());
        try (var folders = Files.list(db)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(Stream.concat(Migrations.MODULES.stream(), Migrations.KEYSTORE_MODULES.stream())
                            .toList());
        }
    }

    @Test
    void aFreshDatabaseIsThereInAMoment() {
        long started = System.nanoTime();
        TestPostgres.freshDatabase();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void migratingTwiceChangesNothing() {
        new Migrations(database).run(Stamp.BENCH);
        new Migrations(database).run(Stamp.BENCH);
    }

    @Test
    void aStampIsNeverChanged() {
        assertThatThrownBy(() -> new Migrations(database).run(Stamp.PRODUCTION))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("stamped BENCH");
        assertThatThrownBy(() -> query(database.owner(), "UPDATE runtime.instance SET stamp = 'DEMO' RETURNING stamp"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> query(database.owner(), "DELETE FROM runtime.instance RETURNING stamp"))
                .hasMessageContaining("never changed");
    }

    @Test
    void theServiceCannotCreateOrOwnAnything() {
        assertThatThrownBy(() -> query(database.service(), "CREATE TABLE public.mine (a int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> query(database.service(), "CREATE TABLE runtime.mine (a int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> query(database.service(), "INSERT INTO runtime.clock VALUES (false, '1 day')"))
                .hasMessageContaining("permission denied");
    }

    /** What the service may put into its temporary schema would otherwise be found before what is meant. */
    @Test
    void whatRunsAsTheOwnerLooksIntoTheTemporarySchemaLast() throws SQLException {
        String functions = """
                SELECT %s FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\\_%%'""";
        assertThat(Integer.parseInt(query(database.owner(), functions.formatted("count(*)"))))
                .isGreaterThan(8);
        assertThat(query(
                        database.owner(),
                        functions.formatted("string_agg(p.oid::regprocedure::text, ', ')")
                                + " AND coalesce(array_to_string(p.proconfig, ' '), '') !~ 'search_path=.*, pg_temp$'"))
                .isNull();
    }

    @Test
    void theClockOfABenchCanBeMoved() throws SQLException {
        assertThat(now()).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
        query(database.service(), "SELECT runtime.shift_clock('30 days')");
        Instant month = Instant.now().plus(Duration.ofDays(30));
        assertThat(now()).isBetween(month.minusSeconds(5), month.plusSeconds(5));
    }

    @Test
    void theClockOfAnyOtherInstanceCannot() {
        Database production = TestPostgres.unstampedDatabase();
        new Migrations(production).run(Stamp.PRODUCTION);
        assertThatThrownBy(() -> query(production, production.service(), "SELECT runtime.shift_clock('1 second')"))
                .hasMessageContaining("not stamped BENCH");
        assertThatThrownBy(() ->
                        query(production, production.owner(), "UPDATE runtime.clock SET shift = '1 day' RETURNING 1"))
                .hasMessageContaining("not stamped BENCH");
    }

    @Test
    void chineseNamesSortByPinyin() throws SQLException {
        assertThat(query(database.service(), """
                SELECT string_agg(name, '' ORDER BY name COLLATE pinyin) FROM (VALUES ('张'), ('阿'), ('李'), ('陈')) AS n (name)""")).isEqualTo("阿陈李张");
    }

    private Instant now() throws SQLException {
        try (Connection connection = open(database, database.service());
                ResultSet rows = connection.createStatement().executeQuery("SELECT lianxin_now()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private String query(Login login, String sql) throws SQLException {
        return query(database, login, sql);
    }

    private static String query(Database database, Login login, String sql) throws SQLException {
        try (Connection connection = open(database, login);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection open(Database database, Login login) throws SQLException {
        return DriverManager.getConnection(database.url(), login.user(), login.password());
    }
}
