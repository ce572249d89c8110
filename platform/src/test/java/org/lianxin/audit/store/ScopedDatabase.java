package org.lianxin.audit.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.runtime.Database;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Secrets;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A fresh migrated database with the real doors of audit on it, without Spring. For the stores' tests of all modules. */
public final class ScopedDatabase implements AutoCloseable {

    /** Secrets that a test can make again: the hash of their name. */
    public static final Secrets SECRETS = name -> {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    };

    private final Database database;
    private final HikariDataSource dataSource;
    private final JdbcClient jdbc;
    private final EntryNotes notes;
    private final ScopedTransactions transactions;

    private ScopedDatabase(Database database, int connections) {
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.service().user());
        config.setPassword(database.service().password());
        config.setMaximumPoolSize(connections);
        this.dataSource = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(dataSource);
        this.notes = new EntryNotes(jdbc);
        this.transactions = new SignedTransactions(new JdbcTransactionManager(dataSource), dataSource, SECRETS, notes);
    }

    public static ScopedDatabase fresh() {
        return fresh(4);
    }

    public static ScopedDatabase fresh(int connections) {
        Database database = TestPostgres.freshDatabase();
        try (Connection owner = owner(database)) {
            new InstallContextKey().apply(owner, SECRETS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new ScopedDatabase(database, connections);
    }

    /** A viewer in a unit of their own making; nothing needs to exist in {@code organisation}. */
    public static Viewer viewer(String unitPath, DataScope scope, Role... roles) {
        return viewer(unitPath, scope, List.of(), roles);
    }

    public static Viewer viewer(String unitPath, DataScope scope, List<UnitPath> chosen, Role... roles) {
        return new Viewer(
                Uuid7.next(),
                Uuid7.next(),
                "150500-" + Math.abs(unitPath.hashCode() % 1000),
                "白音",
                UUID.nameUUIDFromBytes(unitPath.getBytes(StandardCharsets.UTF_8)),
                new UnitPath(unitPath),
                Set.of(roles),
                scope,
                chosen,
                Uuid7.next());
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public ScopedTransactions transactions() {
        return transactions;
    }

    public AuditLog log() {
        return notes;
    }

    /** A connection of the owner, whom row security does not bind. */
    public Connection owner() throws SQLException {
        return owner(database);
    }

    /** As owner: definitions, or tampering. */
    public void asOwner(String... statements) {
        try (Connection owner = owner(database);
                var statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bare connection of the service's role, as an attacker inside the service would have it. */
    public Connection service() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.service().user(), database.service().password());
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
