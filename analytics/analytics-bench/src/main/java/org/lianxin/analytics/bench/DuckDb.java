package org.lianxin.analytics.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The rival that an analyst would use instead. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    DuckDb(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        execute("SET threads = " + Runtime.getRuntime().availableProcessors());
    }

    /** CSV to encoded edges in order of time, with an index-like adjacency: the same result as our import. */
    String load(Path transfers, Path logins) throws SQLException {
        execute("CREATE TABLE raw AS SELECT * FROM read_csv('%s', header = true, all_varchar = true)"
                .formatted(transfers));
        execute("""
            CREATE TABLE account AS SELECT a AS name, row_number() OVER (ORDER BY a) - 1 AS id FROM
                (SELECT DISTINCT "from account" AS a FROM raw UNION SELECT DISTINCT "to account" FROM raw) WHERE a IS NOT NULL\
            """);
        execute("""
            CREATE TABLE edge AS SELECT r."transaction id" AS tx, f.id AS src, t.id AS dst,
                epoch_ms(CAST(r.time AS TIMESTAMP)) AS ms, CAST(CAST(r.amount AS DECIMAL(18, 2)) * 100 AS BIGINT) AS cents
            FROM raw r LEFT JOIN account f ON f.name = r."from account" LEFT JOIN account t ON t.name = r."to account"
            ORDER BY ms, tx\
            """);
        execute("CREATE TABLE by_payer AS SELECT src, ms, tx, dst, cents FROM edge ORDER BY src, ms, tx");
        execute("CREATE TABLE by_payee AS SELECT dst, ms, tx, src, cents FROM edge ORDER BY dst, ms, tx");
        execute(
                "CREATE TABLE login AS SELECT DISTINCT account, ip, device FROM read_csv('%s', header = true, all_varchar = true)"
                        .formatted(logins));
        return number("SELECT count(*) FROM edge") + " edges";
    }

    /** Components over shared devices and addresses, by the recursive query with a key. */
    String link() throws SQLException {
        execute("""
            CREATE OR REPLACE TABLE pair AS
            SELECT account, 'd' || device AS shared FROM login UNION SELECT account, 'i' || ip FROM login\
            """);
        execute("""
            CREATE OR REPLACE TABLE near AS SELECT DISTINCT a.account AS one, b.account AS other FROM
                (SELECT account, shared, min(account) OVER (PARTITION BY shared) AS hub, count(*) OVER (PARTITION BY shared) AS n FROM pair) a
                JOIN (SELECT DISTINCT account FROM pair) b ON b.account = a.hub WHERE a.n BETWEEN 2 AND 50\
            """);
        execute("INSERT INTO near SELECT other, one FROM near");
        return number("""
            WITH RECURSIVE cc(account, root) USING KEY (account) AS (
                SELECT DISTINCT one, one FROM near
                UNION
                SELECT n.one, min(c.root) FROM near n JOIN cc c ON c.account = n.other JOIN recurring.cc own ON own.account = n.one
                WHERE c.root < own.root GROUP BY n.one)
            SELECT count(DISTINCT root) FROM cc\
            """) + " groups";
    }

    /** Reachability of one payment within a day a step, ten steps: less than a trace, for it shares out no money. */
    String trace(String transaction) throws SQLException {
        return number("""
            WITH RECURSIVE flow(dst, ms, step) AS (
                SELECT dst, ms, 1 FROM edge WHERE tx = '%s'
                UNION
                SELECT e.dst, e.ms, f.step + 1 FROM flow f JOIN by_payer e ON e.src = f.dst
                WHERE e.ms > f.ms AND e.ms <= f.ms + 86400000 AND f.step < 4)
            SELECT count(DISTINCT dst) FROM flow\
            """.formatted(transaction)) + " accounts within 4 steps";
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
