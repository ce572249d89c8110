package org.lianxin.bench.desk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Rows on their way into a table by {@code COPY}. */
final class CopyRows implements AutoCloseable {

    private static final int FULL = 1 << 18;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(FULL + 4096);
    private boolean isFirst = true;

    CopyRows(Connection connection, String target) throws SQLException {
        copy = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn("COPY " + target + " FROM STDIN");
    }

    /** The next cell; no cell may hold a tab, a line break or a backslash. */
    CopyRows cell(@Nullable Object value) {
        if (!isFirst) {
            text.append('\t');
        }
        isFirst = false;
        if (value == null) {
            text.append("\\N");
        } else {
            text.append(value);
        }
        return this;
    }

    void end() throws SQLException {
        text.append('\n');
        isFirst = true;
        if (text.length() > FULL) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
    }
}
