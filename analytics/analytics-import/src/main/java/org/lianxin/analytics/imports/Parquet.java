package org.lianxin.analytics.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.lianxin.analytics.api.EvidenceProblem;

/** Parquet files, to text, by DuckDB: row n becomes line n + 1 under a header. */
final class Parquet {
    private Parquet() {}

    static void toCsv(Path file, Path into) throws IOException {
        String query =
                "COPY (SELECT * FROM read_parquet(%s)) TO %s (FORMAT csv, HEADER true, TIMESTAMPFORMAT '%%Y-%%m-%%d %%H:%%M:%%S.%%g')"
                        .formatted(quoted(file), quoted(into));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            statement.execute(query);
        } catch (SQLException e) {
            throw new EvidenceProblem(
                    "format",
                    "%s could not be read as Parquet: %s"
                            .formatted(
                                    file.getFileName(),
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
    }

    private static String quoted(Path path) {
        return String.format(
                Locale.ROOT, "'%s'", path.toAbsolutePath().toString().replace("'", "''"));
    }
}
