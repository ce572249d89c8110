package org.lianxin.analytics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.core.LongColumn;
import org.lianxin.analytics.imports.CaseIndex;

/**
 * A case as tables of DuckDB: {@code transfers}, {@code shared} (what an account has, since when), {@code accounts},
 * {@code calls}. Made when first asked for, and anew when evidence was added. Times are those of Shanghai.
 */
final class SqlCopy {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private SqlCopy() {}

    static Path of(CaseIndex index, Path caseFolder) throws IOException {
        Path file = caseFolder.resolve("case.duckdb");
        var imported = Files.getLastModifiedTime(caseFolder.resolve("manifest.json"));
        if (Files.exists(file) && Files.getLastModifiedTime(file).equals(imported)) {
            return file;
        }
        Path unfinished = caseFolder.resolve("case.duckdb.unfinished");
        Files.deleteIfExists(unfinished);
        try (var connection =
                DriverManager.getConnection("jdbc:duckdb:" + unfinished).unwrap(DuckDBConnection.class)) {
            create(connection);
            transfers(connection, index);
            accounts(connection, index);
            calls(connection, index);
        } catch (SQLException e) {
            throw new IOException("The tables for SQL could not be written", e);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, imported);
        return file;
    }

    private static void create(DuckDBConnection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE transfers (id VARCHAR, payer VARCHAR, payee VARCHAR, happened TIMESTAMP, cents BIGINT,
                    currency VARCHAR, source VARCHAR)""");
            statement.execute("CREATE TABLE accounts (account VARCHAR, opened TIMESTAMP)");
            statement.execute("CREATE TABLE shared (account VARCHAR, identifier VARCHAR, since TIMESTAMP)");
            statement.execute(
                    "CREATE TABLE calls (caller VARCHAR, callee VARCHAR, happened TIMESTAMP, seconds INTEGER, source VARCHAR)");
        }
    }

    private static void transfers(DuckDBConnection connection, CaseIndex index) throws SQLException {
        var transfers = index.transfers();
        try (var rows = connection.createAppender("main", "transfers")) {
            for (int i = 0; i < transfers.size(); i++) {
                rows.beginRow();
                rows.append(index.transactionId(i));
                rows.append(name(index, transfers.from().get(i)));
                rows.append(name(index, transfers.to().get(i)));
                rows.append(moment(transfers.time().get(i)));
                rows.append(transfers.amount().get(i));
                rows.append(index.currency(i));
                rows.append(index.origin(i));
                rows.endRow();
            }
        }
    }

    private static String name(CaseIndex index, int account) {
        return account < 0 ? "" : index.account(account);
    }

    private static void accounts(DuckDBConnection connection, CaseIndex index) throws SQLException {
        var opened = index.opened();
        try (var rows = connection.createAppender("main", "accounts")) {
            for (int i = 0; i < index.transfers().accounts(); i++) {
                rows.beginRow();
                rows.append(index.account(i));
                since(rows, opened, i);
                rows.endRow();
            }
        }
        try (var rows = connection.createAppender("main", "shared")) {
            for (long i = 0; i < index.pairs().size(); i++) {
                rows.beginRow();
                rows.append(index.account((int) (index.pairs().get(i) >>> 32)));
                rows.append(index.identifier((int) index.pairs().get(i)));
                since(rows, index.pairFirst(), i);
                rows.endRow();
            }
        }
    }

    private static void since(DuckDBAppender rows, @Nullable LongColumn moments, long at) throws SQLException {
        if (moments == null || moments.get(at) == Long.MAX_VALUE) {
            rows.appendNull();
        } else {
            rows.append(moment(moments.get(at)));
        }
    }

    private static void calls(DuckDBConnection connection, CaseIndex index) throws SQLException {
        var calls = index.calls();
        try (var rows = connection.createAppender("main", "calls")) {
            for (int i = 0; i < calls.size(); i++) {
                rows.beginRow();
                rows.append(index.identifier(calls.from().get(i)));
                rows.append(index.identifier(calls.to().get(i)));
                rows.append(moment(calls.time().get(i)));
                rows.append(calls.seconds().get(i));
                rows.append(index.originOfCall(i));
                rows.endRow();
            }
        }
    }

    private static LocalDateTime moment(long epochMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), SHANGHAI);
    }
}
