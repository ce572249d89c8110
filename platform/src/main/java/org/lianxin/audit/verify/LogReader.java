package org.lianxin.audit.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.domain.HeadText;

/** Streams heads, leaves and entries as they stand in the database. */
final class LogReader {

    private static final int FETCH = 5_000;
    private static final int FIELDS = 21;

    private final Connection connection;

    LogReader(Connection connection) {
        this.connection = connection;
    }

    record SignedHead(HeadText text, byte[] key, byte[] signature) {}

    /** @param computed hash of the entry as it reads now; null when there is none behind the leaf */
    record Leaf(LocalDate month, long seq, long entryId, byte[] stored, byte @Nullable [] computed) {}

    interface LeafVisitor {
        /** False ends the reading. */
        boolean visit(Leaf leaf);
    }

    List<SignedHead> heads() throws SQLException {
        List<SignedHead> heads = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select number, month, size, root, at, previous, key, signature from audit.head order by number");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                HeadText text = new HeadText(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        row.getBytes(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getBytes(6));
                heads.add(new SignedHead(text, row.getBytes(7), row.getBytes(8)));
            }
        }
        return heads;
    }

    void leaves(LeafVisitor visitor) throws SQLException {
        MessageDigest sha = sha256();
        try (PreparedStatement statement = connection.prepareStatement("""
                select l.month, l.seq, l.entry_id, l.hash,
                       e.id::text, e.tx::text, floor(extract(epoch from e.at) * 1000000)::bigint::text, e.actor, e.staff_id::text,
                       e.staff_name, e.roles, e.unit_id::text, e.unit_path, e.job, e.action, e.purpose, e.subject_module,
                       e.subject_id::text, e.order_id::text, e.reason, array_to_string(e.persons, E'\\x1f'),
                       array_to_string(e.fields, E'\\x1f'), e.count::text, e.result, e.note
                from audit.leaf l left join audit.entry e on e.id = l.entry_id
                order by l.month, l.seq""")) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                boolean more = true;
                while (more && row.next()) {
                    more = visitor.visit(new Leaf(
                            row.getObject(1, LocalDate.class),
                            row.getLong(2),
                            row.getLong(3),
                            row.getBytes(4),
                            row.getString(5) == null ? null : hash(sha, row)));
                }
            }
        }
    }

    /** Settled entries that no leaf stands for: written behind the sequencer's back. */
    List<Long> strays() throws SQLException {
        return ids("""
                select e.id from audit.entry e, audit.sequenced s
                where (e.tx, e.id) <= (s.tx, s.entry_id)
                  and not exists (select from audit.leaf l where l.entry_id = e.id)
                order by e.id limit 10""");
    }

    private List<Long> ids(String sql) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    private static byte[] hash(MessageDigest sha, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(512);
        for (int field = 0; field < FIELDS; field++) {
            if (field > 0) {
                text.append(',');
            }
            String value = row.getString(5 + field);
            if (value == null) {
                text.append('-');
            } else {
                text.append(value.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(value);
            }
        }
        sha.update((byte) 0);
        return sha.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
