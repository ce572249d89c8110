package org.lianxin.runtime.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.lianxin.runtime.DataFolder;
import org.lianxin.runtime.Database.Login;
import org.lianxin.runtime.StartRefused;

/** The files of one database server and the roles in it. */
final class Cluster {

    private static final String DATABASE = "lianxin";
    private static final String KEYSTORE = "lianxin_keys";

    private final DataFolder data;
    private final ServerAccount account;
    private final PostgresBinaries binaries;
    private final Secrets secrets;
    private final Path folder;

    Cluster(DataFolder data, ServerAccount account, PostgresBinaries binaries) {
        this.data = data;
        this.account = account;
        this.binaries = binaries;
        this.secrets = new Secrets(data.secrets());
        this.folder = data.postgres(PostgresBinaries.MAJOR);
    }

    Path folder() {
        return folder;
    }

    Login login(String role) {
        return secrets.login(role);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static String url(int port) {
        return url(port, DATABASE);
    }

    /** Creates the files in a folder beside and moves them into place, so that a broken creation leaves nothing. */
    void createIfMissing() throws IOException {
        Files.createDirectories(data.postgresLog());
        Files.setPosixFilePermissions(data.postgresLog(), PosixFilePermissions.fromString("rwx------"));
        account.own(data.postgresLog());
        if (Files.exists(folder)) {
            account.own(folder);
            return;
        }
        Path fresh = data.root().resolve(folder.getFileName() + ".creating");
        deleteFolder(fresh);
        Files.createDirectory(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        account.own(fresh);
        Path password = data.postgresLog().resolve("first.password");
        Files.writeString(password, secrets.login(Secrets.ADMIN).password());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        account.own(password);
        Shell.Outcome outcome = Shell.run(account.command(initdb(fresh, password)));
        Files.delete(password);
        if (!outcome.isGood()) {
            throw new StartRefused(
                    "PostgreSQL's files could not be created: " + outcome.output(), "see the message above");
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path fresh, Path password) {
        return List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + Secrets.ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /** Writes the settings; true if they are the ones of the last start. */
    boolean configure(PostgresSettings settings, int port) throws IOException {
        Path archive = settings.walArchive();
        if (archive != null) {
            Files.createDirectories(archive);
            account.own(archive);
        }
        boolean sameSettings = replace("postgresql.conf", settings.file(port, data.postgresLog()));
        boolean sameAccess = replace("pg_hba.conf", PostgresSettings.access());
        boolean sameOverrides = replace("postgresql.auto.conf", "");
        return sameSettings && sameAccess && sameOverrides;
    }

    private boolean replace(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return true;
        }
        Path fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, content);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        account.own(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    List<String> startCommand() {
        List<String> words = new ArrayList<>();
        if (Shell.isOnPath("setsid")) {
            words.add("setsid");
        }
        words.addAll(account.command(List.of(binaries.program("postgres").toString(), "-D", folder.toString())));
        return words;
    }

    /** Makes the roles, the keystore and the database at the first start; the database comes last and tells that all is there. */
    void provision(int port) throws SQLException {
        try (Connection connection = connect(port, "postgres", Secrets.ADMIN);
                Statement statement = connection.createStatement()) {
            if (exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                return;
            }
            for (String role : List.of(Secrets.OWNER, Secrets.SERVICE)) {
                if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                    statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS"
                            + " PASSWORD '" + secrets.login(role).password() + "'");
                }
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + KEYSTORE + "'")) {
                createDatabase(statement, KEYSTORE);
            }
            createDatabase(statement, DATABASE);
        }
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        statement.execute("CREATE DATABASE " + name + " OWNER " + Secrets.OWNER);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + Secrets.SERVICE);
    }

    /** One connection; patient with a machine that is busy. */
    Connection connect(int port, String database, String role) throws SQLException {
        Login login = secrets.login(role);
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "30");
        return DriverManager.getConnection(url(port, database), properties);
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
