package org.lianxin.audit.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as its readers see it: who did what for what, never with whose content. */
@Component
public final class EntryViews {

    private static final int HEADS = 200;

    private final JdbcClient jdbc;

    EntryViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param persons how many, never who */
    public record EntryRow(
            long seq,
            Instant at,
            String name,
            @Nullable String staffNumber,
            @Nullable UUID unitId,
            @Nullable String post,
            String action,
            @Nullable String purpose,
            @Nullable String subject,
            @Nullable String reason,
            int persons,
            List<String> fields,
            int count,
            String result,
            @Nullable String note) {}

    public record HeadRow(
            long number,
            LocalDate month,
            long size,
            String root,
            Instant signedAt,
            String publicKey,
            String signature) {}

    /** What a list is asked for; null where it does not matter. */
    public record Query(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String staff,
            @Nullable String action,
            @Nullable Long after,
            int size) {}

    /** Newest first. */
    public Slice<EntryRow> list(Query query) {
        List<EntryRow> rows = jdbc.sql("""
                        select * from audit.entry
                        where (:from::timestamptz is null or at >= :from)
                          and (:to::timestamptz is null or at < :to)
                          and (:staff::text is null or actor = :staff or staff_name = :staff)
                          and (:action::text is null or starts_with(action, :action))
                          and (:after::bigint is null or id < :after)
                        order by id desc
                        limit :size""")
                .param("from", time(query.from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(query.to), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("staff", query.staff, Types.VARCHAR)
                .param("action", query.action, Types.VARCHAR)
                .param("after", query.after, Types.BIGINT)
                .param("size", query.size + 1)
                .query((row, n) -> entry(row))
                .list();
        return Slice.of(rows, query.size, row -> Long.toString(row.seq));
    }

    public List<HeadRow> heads() {
        return jdbc.sql("select * from audit.head order by number desc limit " + HEADS)
                .query((row, n) -> new HeadRow(
                        row.getLong("number"),
                        row.getObject("month", LocalDate.class),
                        row.getLong("size"),
                        hex(row, "root"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        hex(row, "key"),
                        hex(row, "signature")))
                .list();
    }

    public long unsequenced() {
        return jdbc.sql("select audit.unsequenced()")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        String name = row.getString("staff_name");
        String module = row.getString("subject_module");
        return new EntryRow(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                name == null ? row.getString("actor") : name,
                name == null ? null : row.getString("actor"),
                row.getObject("unit_id", UUID.class),
                row.getString("roles"),
                row.getString("action"),
                row.getString("purpose"),
                module == null ? null : module + "/" + row.getString("subject_id"),
                row.getString("reason"),
                texts(row, "persons").size(),
                texts(row, "fields"),
                row.getInt("count"),
                row.getString("result"),
                row.getString("note"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(java.time.ZoneOffset.UTC);
    }
}
