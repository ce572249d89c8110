package org.lianxin.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lianxin.runtime.Database.Login;

/** Refuses a database that could lose or show what it must not (R12). Asked at every start, as the roles that will work. */
final class DatabaseChecks {

    private static final int OLDEST_VERSION = 150_000;

    /** Setting to the values under which a commit survives the loss of power. */
    static final Map<String, Set<String>> DURABLE = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "data_checksums", Set.of("on"),
            "synchronous_commit", Set.of("on", "remote_apply"));

    private final Database database;
    private final Map<String, Set<String>> durable;

    DatabaseChecks(Database database) {
        this(database, DURABLE);
    }

    DatabaseChecks(Database database, Map<String, Set<String>> durable) {
        this.database = database;
        this.durable = durable;
    }

    /** Version and durability, as the service's own sessions see them. */
    void refuseUnsafeServer() {
        for (Login login : List.of(database.owner(), database.service())) {
            try (Connection connection = open(login);
                    Statement statement = connection.createStatement()) {
                if (Integer.parseInt(value(statement, "SHOW server_version_num")) < OLDEST_VERSION) {
                    throw new StartRefused(
                            "PostgreSQL " + value(statement, "SHOW server_version") + " is too old", "use 15 or newer");
                }
                for (String setting : durable.keySet().stream().sorted().toList()) {
                    String found = value(statement, "SHOW " + setting);
                    if (!Objects.requireNonNull(durable.get(setting)).contains(found)) {
                        throw new StartRefused(
                                "PostgreSQL has " + setting + " = " + found + " for " + login.user()
                                        + ": accepted warnings could be lost",
                                howToSwitchOn(setting, login));
                    }
                }
            } catch (SQLException e) {
                throw unreachable(login, e);
            }
        }
    }

    /** The service's role must not be able to get round row security. Asked after migrating: it must own none of our tables. */
    void refusePrivilegedService() {
        Login login = database.service();
        try (Connection connection = open(login);
                Statement statement = connection.createStatement()) {
            refuseIf(statement, "rolsuper", "is a superuser", "ALTER ROLE " + login.user() + " NOSUPERUSER");
            refuseIf(
                    statement, "rolbypassrls", "passes row security by", "ALTER ROLE " + login.user() + " NOBYPASSRLS");
            refuseIf(
                    statement,
                    "pg_has_role(rolname, '" + database.owner().user() + "', 'MEMBER')",
                    "is the owner or a member of it",
                    "give the service a role of its own");
            refuseIf(
                    statement,
                    "EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                            + " WHERE c.relowner = r.oid AND c.relpersistence <> 't' AND n.nspname NOT LIKE 'pg\\_%')",
                    "owns tables",
                    "REASSIGN OWNED BY " + login.user() + " TO "
                            + database.owner().user());
            refuseIf(
                    statement,
                    "has_database_privilege(current_database(), 'CREATE')",
                    "may create schemas",
                    "REVOKE CREATE ON DATABASE … FROM " + login.user());
        } catch (SQLException e) {
            throw unreachable(login, e);
        }
    }

    private void refuseIf(Statement statement, String condition, String what, String action) throws SQLException {
        if (value(statement, "SELECT " + condition + " FROM pg_roles r WHERE rolname = current_user")
                .equals("t")) {
            throw new StartRefused(
                    "the service's database role " + database.service().user() + " " + what
                            + ": row security would not hold",
                    action);
        }
    }

    private static String howToSwitchOn(String setting, Login login) {
        return switch (setting) {
            case "data_checksums" -> "stop the server and run pg_checksums --enable on its data folder";
            case "synchronous_commit" ->
                "ALTER SYSTEM SET synchronous_commit = on; ALTER ROLE " + login.user() + " RESET synchronous_commit";
            default -> "ALTER SYSTEM SET " + setting + " = on, then reload the server";
        };
    }

    private Connection open(Login login) throws SQLException {
        return DriverManager.getConnection(database.url(), login.user(), login.password());
    }

    private StartRefused unreachable(Login login, SQLException e) {
        return new StartRefused(
                "the database does not let " + login.user() + " in (" + e.getMessage() + ")",
                "check LIANXIN_DATABASE_URL and the passwords; docs/how-to/run.md says which roles the server needs",
                e);
    }

    private static String value(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
