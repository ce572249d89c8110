package org.lianxin.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the shape this program expects: one schema and one history per module, in the order in which modules
 * build on each other, as the owner. The service's role may read, insert and update; whatever else it may, a migration says.
 */
public final class Migrations {

    /** Every module with a folder {@code db/<module>}, those others build on first. */
    static final List<String> MODULES = List.of(
            "runtime",
            "audit",
            "live",
            "place",
            "organisation",
            "notification",
            "order",
            "warning",
            "indicator",
            "demo");

    /** What lives in the keystore, which has neither stamp nor clock. */
    static final List<String> KEYSTORE_MODULES = List.of("vault");

    private final Database database;

    public Migrations(Database database) {
        this.database = database;
    }

    /**
     * Migrates and stamps. Nothing happens when the program that last migrated had the same migrations.
     *
     * @throws StartRefused if the instance carries another stamp
     */
    public void run(Stamp stamp) {
        try (Connection connection = open(database)) {
            Optional<String> fingerprint = fingerprint();
            if (fingerprint.isEmpty() || !fingerprint.equals(lastFingerprint(connection))) {
                migrateAll(database, MODULES);
                migrateAll(database.keystore(), KEYSTORE_MODULES);
            }
            stamp(connection, stamp);
            remember(connection, fingerprint.orElse("unknown"));
        } catch (SQLException | IOException e) {
            throw new StartRefused(
                    "the database cannot be migrated (" + e.getMessage() + ")", "see the message above", e);
        }
    }

    private static void migrateAll(Database target, List<String> modules) throws SQLException {
        try (Connection connection = open(target)) {
            for (String module : modules) {
                if (Migrations.class.getClassLoader().getResource("db/" + module) != null) {
                    prepareSchema(connection, module);
                    migrate(target, module);
                }
            }
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private static void prepareSchema(Connection connection, String module) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA IF NOT EXISTS "%1$s";
                    GRANT USAGE ON SCHEMA "%1$s" TO lianxin_service;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA "%1$s" GRANT SELECT, INSERT, UPDATE ON TABLES TO lianxin_service;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA "%1$s" GRANT USAGE, SELECT ON SEQUENCES TO lianxin_service
                    """.formatted(module));
        }
    }

    private static void migrate(Database database, String module) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/" + module)
                .schemas(module)
                .defaultSchema(module)
                .table("flyway_history")
                .createSchemas(false)
                .initSql("SET client_min_messages = warning")
                .load()
                .migrate();
    }

    private static void stamp(Connection connection, Stamp stamp) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO runtime.instance (stamp) VALUES (?) ON CONFLICT DO NOTHING");
                Statement select = connection.createStatement()) {
            insert.setString(1, stamp.name());
            insert.executeUpdate();
            try (ResultSet rows = select.executeQuery("SELECT stamp FROM runtime.instance")) {
                rows.next();
                refuseOther(Stamp.valueOf(rows.getString(1)), stamp);
            }
        }
    }

    static void refuseOther(Stamp found, Stamp asked) {
        if (found != asked) {
            throw new StartRefused(
                    "this data is stamped " + found + " and cannot be opened as " + asked,
                    "use another data folder or database; a stamp is never changed");
        }
    }

    private static Optional<String> lastFingerprint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("SELECT to_regclass('runtime.migrated') IS NOT NULL")) {
            table.next();
            if (!table.getBoolean(1)) {
                return Optional.empty();
            }
            try (ResultSet rows = statement.executeQuery("SELECT fingerprint FROM runtime.migrated")) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static void remember(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO runtime.migrated (fingerprint) VALUES (?)
                ON CONFLICT (only_row) DO UPDATE SET fingerprint = excluded.fingerprint
                WHERE runtime.migrated.fingerprint <> excluded.fingerprint""")) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        }
    }

    /** The migrations inside our jar, by name and checksum; empty when running from a folder of classes. */
    private static Optional<String> fingerprint() throws IOException {
        CodeSource source = Migrations.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return Optional.empty();
        }
        Path jar = Path.of(source.getLocation().getPath());
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("db/") && !entry.isDirectory())
                    .map(entry -> entry.getName() + ":" + entry.getSize() + ":" + entry.getCrc())
                    .sorted()
                    .forEach(line -> sum.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return Optional.of(Long.toHexString(sum.getValue()));
    }
}
