package org.lianxin.analytics.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.imports.CaseIndex;

/** {@code sql}: any question in SQL, answered by DuckDB on a copy of the case that it can neither change nor leave. */
final class SqlCommand implements EvidenceCommand.Word {
    private final Clock clock;

    SqlCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        try (var index = CaseIndex.open(options.path("case"))) {
            LocalEngine.checkInForce(index, clock);
            var file = SqlCopy.of(index, options.path("case"));
            var settings = new Properties();
            settings.setProperty("duckdb.read_only", "true");
            try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
                    var writer = options.has("out")
                            ? Files.newBufferedWriter(options.path("out"))
                            : new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                ask(connection, options.get("query"), writer);
            } catch (SQLException e) {
                throw new EvidenceProblem(
                        "sql",
                        Objects.requireNonNullElse(e.getMessage(), e.toString()).strip());
            }
        }
    }

    private static void ask(Connection connection, String query, BufferedWriter out) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            try (var result = statement.executeQuery(query)) {
                write(result, out);
            }
        }
        out.flush();
    }

    private static void write(ResultSet result, BufferedWriter out) throws SQLException, IOException {
        var columns = result.getMetaData();
        var fields = new Object[columns.getColumnCount()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = columns.getColumnLabel(i + 1);
        }
        Csv.line(out, fields);
        while (result.next()) {
            for (int i = 0; i < fields.length; i++) {
                fields[i] = Objects.requireNonNullElse(result.getString(i + 1), "");
            }
            Csv.line(out, fields);
        }
    }
}
