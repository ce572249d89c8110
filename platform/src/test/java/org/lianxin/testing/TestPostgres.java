package org.lianxin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.Database.Login;
import org.lianxin.runtime.Migrations;
import org.lianxin.runtime.Stamp;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;

/**
 * One PostgreSQL for all tests of a JVM and a fresh, migrated database for whoever asks. Embedded by default, with the same
 * durability as in earnest. A server instead: LIANXIN_DATABASE_URL with LIANXIN_DATABASE_ADMIN_USER and
 * LIANXIN_DATABASE_ADMIN_PASSWORD of a role that may create roles and databases.
 */
public final class TestPostgres {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static @Nullable TestPostgres shared;

    private final String server;
    private final Login admin;
    private final Login owner;
    private final Login service;
    private final String template;

    private TestPostgres(String server, Login admin, Login owner, Login service) {
        this.server = server;
        this.admin = admin;
        this.owner = owner;
        this.service = service;
        this.template = createTemplate();
    }

    /** A database of its own, migrated, stamped BENCH, empty otherwise; thrown away with the JVM. */
    public static Database freshDatabase() {
        TestPostgres postgres = shared();
        return postgres.create(name("test"), postgres.template);
    }

    /** A database with nothing in it, not even migrations. */
    public static Database unstampedDatabase() {
        return shared().create(name("empty"), "template0");
    }

    /** The role that may do everything, for tests that break things on purpose. */
    public static Login administrator() {
        return shared().admin;
    }

    private static synchronized TestPostgres shared() {
        TestPostgres postgres = shared;
        if (postgres == null) {
            postgres = start();
            shared = postgres;
        }
        return postgres;
    }

    private static String name(String kind) {
        return kind + "_" + ProcessHandle.current().pid() + "_" + SERIAL.incrementAndGet();
    }

    private static TestPostgres start() {
        Map<String, String> environment = System.getenv();
        String url = environment.get("LIANXIN_DATABASE_URL");
        return url == null || url.isBlank() ? embedded() : external(url, environment);
    }

    private static TestPostgres embedded() {
        try {
            Path folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "lianxin-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(folder), PostgresSettings.small());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.stopAtOnce();
                delete(folder);
            }));
            Database database = postgres.database();
            return new TestPostgres(
                    database.url().substring(0, database.url().lastIndexOf('/')),
                    postgres.administrator(),
                    database.owner(),
                    database.service());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestPostgres external(String url, Map<String, String> environment) {
        Login admin = new Login(
                environment.getOrDefault("LIANXIN_DATABASE_ADMIN_USER", "postgres"),
                environment.getOrDefault("LIANXIN_DATABASE_ADMIN_PASSWORD", ""));
        String server = url.substring(0, url.lastIndexOf('/'));
        Login owner = new Login("lianxin_owner", UUID.randomUUID().toString());
        Login service = new Login("lianxin_service", UUID.randomUUID().toString());
        for (Login login : new Login[] {owner, service}) {
            execute(server + "/postgres", admin, """
                    DO $$ BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF;
                    END $$;
                    ALTER ROLE %1$s PASSWORD '%2$s'""".formatted(login.user(), login.password()));
        }
        return new TestPostgres(server, admin, owner, service);
    }

    private String createTemplate() {
        String name = name("template");
        new Migrations(create(name, "template0")).run(Stamp.BENCH);
        return name;
    }

    private Database create(String name, String from) {
        createOne(name, from);
        createOne(name + "_keys", from.equals("template0") ? from : from + "_keys");
        return new Database(server + "/" + name, owner, service);
    }

    private void createOne(String name, String from) {
        execute(
                server + "/postgres",
                admin,
                "CREATE DATABASE " + name + " OWNER lianxin_owner TEMPLATE " + from,
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO lianxin_service");
    }

    private static void execute(String url, Login login, String... statements) {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("test database: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
