package org.lianxin.audit.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.shared.Secrets;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts a signed context into the current transaction: one statement, which also notes the purpose where there is one. */
final class ContextEntry {

    private static final long LIFE_MILLIS = 30_000;
    private static final long TOLERATED_DRIFT_MILLIS = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final JdbcTemplate jdbc;
    private final ContextSeal seal;
    private volatile long databaseAheadMillis;

    ContextEntry(DataSource dataSource, Secrets secrets) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.seal = new ContextSeal(secrets);
        this.databaseAheadMillis = System.currentTimeMillis() - monotonicMillis();
    }

    /** @return id of the entry that notes the purpose; 0 without one */
    long enter(Context context, @Nullable Purpose purpose) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> enter(connection, context, purpose)));
    }

    private long enter(Connection connection, Context context, @Nullable Purpose purpose) throws SQLException {
        for (int attempt = 0; attempt < 2; attempt++) {
            Answer answer = purpose == null ? plain(connection, context) : forPurpose(connection, context, purpose);
            learn(Math.abs(answer.clock));
            if (answer.clock > 0) {
                return answer.entry;
            }
        }
        throw new IllegalStateException(
                "the database refused two contexts as expired. Maybe its clock is running wild.");
    }

    private Answer plain(Connection connection, Context context) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select audit.enter(?, ?)")) {
            sign(statement, connection, context);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Answer(row.getLong(1), 0);
            }
        }
    }

    private Answer forPurpose(Connection connection, Context context, Purpose purpose) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select audit.enter_for(?, ?, ?, ?, ?::uuid, ?::uuid, ?)")) {
            sign(statement, connection, context);
            statement.setString(3, purpose.kind());
            statement.setString(4, purpose.subject().module());
            statement.setObject(5, purpose.subject().id());
            statement.setObject(6, purpose.orderId());
            statement.setString(7, purpose.reason());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array answer = row.getArray(1);
                Long[] values = (Long[]) answer.getArray();
                return new Answer(values[0], values.length < 2 ? 0 : values[1]);
            }
        }
    }

    private void sign(PreparedStatement statement, Connection connection, Context context) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        String payload = context.payload(pid, monotonicMillis() + databaseAheadMillis + LIFE_MILLIS);
        statement.setString(1, payload);
        statement.setBytes(2, seal.sign(payload));
    }

    /** Expiry is reckoned by the database's clock, so a clock that jumps on either side costs one more try at most. */
    private void learn(long databaseMillis) {
        long ahead = databaseMillis - monotonicMillis();
        if (Math.abs(ahead - databaseAheadMillis) > TOLERATED_DRIFT_MILLIS) {
            databaseAheadMillis = ahead;
        }
    }

    private static long monotonicMillis() {
        return System.nanoTime() / NANOS_PER_MILLI;
    }

    private record Answer(long clock, long entry) {}
}
