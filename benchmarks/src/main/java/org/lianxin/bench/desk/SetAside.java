package org.lianxin.bench.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Indexes and constraints taken away while tables are filled, and put back as they were. */
final class SetAside {

    private final Connection connection;
    private final List<String> back = new ArrayList<>();

    private SetAside(Connection connection) {
        this.connection = connection;
    }

    /** Foreign keys and all indexes but those of primary keys; of {@code random} tables these too: their keys come in no order. */
    static SetAside of(Connection connection, List<String> tables, List<String> random) throws SQLException {
        SetAside aside = new SetAside(connection);
        for (String table : tables) {
            aside.constraints(table, "f");
        }
        for (String table : tables) {
            aside.constraints(table, random.contains(table) ? "up" : "u");
            aside.indexes(table);
        }
        return aside;
    }

    private void constraints(String table, String kinds) throws SQLException {
        each("""
                SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
                       format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE conrelid = '%s'::regclass AND position(contype::text IN '%s') > 0""".formatted(table, kinds));
    }

    private void indexes(String table) throws SQLException {
        each("""
                SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                FROM pg_index i WHERE indrelid = '%s'::regclass AND NOT indisprimary
                AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""".formatted(table));
    }

    private void each(String query) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    back.addFirst(rows.getString(2));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }

    /** Puts everything back: indexes and keys first, what refers to them last. */
    void putBack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (String each : back) {
                statement.execute(each);
            }
        }
    }
}
