package org.lianxin.bench.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Fills the tables as the owner, past the front door: what is measured is reading them. */
final class DeskLoad {

    private static final List<String> TABLES = List.of(
            "warning.episode",
            "warning.signal",
            "warning.signal_content",
            "warning.search_token",
            "warning.history",
            "\"order\".orders",
            "\"order\".event");
    private static final List<String> IN_NO_ORDER = List.of("warning.search_token");

    private final DataSource owner;
    private final PrintStream out;

    DeskLoad(DataSource owner, PrintStream out) {
        this.owner = owner;
        this.out = out;
    }

    void fill(Episodes episodes) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            statement.execute("SET synchronous_commit = off");
            SetAside aside = SetAside.of(connection, TABLES, IN_NO_ORDER);
            episodes.copyEpisodes(connection);
            said("episodes", begun);
            episodes.copyTokens(connection);
            said("search tokens", begun);
            for (String each : script().split(";\\s*\\n", -1)) {
                statement.execute(each);
                said(each.strip().replaceAll("(?s)INSERT INTO ([^ ]+).*", "$1"), begun);
            }
            aside.putBack();
            said("indexes", begun);
            for (String table : TABLES) {
                statement.execute("VACUUM (ANALYZE) " + table);
            }
            said("vacuum and analyze", begun);
            print(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be filled: " + e.getMessage(), e);
        }
    }

    private void print(Statement statement) throws SQLException {
        for (String table : TABLES) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT count(*), pg_size_pretty(pg_total_relation_size('" + table + "')) FROM " + table)) {
                rows.next();
                out.printf("  %,12d rows, %s in %s%n", rows.getLong(1), rows.getString(2), table.replace("\"", ""));
            }
        }
    }

    private void said(String what, long begun) {
        out.printf("  %5.0f s %s%n", (System.nanoTime() - begun) / 1e9, what);
        out.flush();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(DeskLoad.class.getResourceAsStream("/bench/desk-signals.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
