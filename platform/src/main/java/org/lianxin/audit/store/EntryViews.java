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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Sorting;
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
            @Nullable UUID subject,
            Sorting sorting,
            @Nullable Long after,
            int size) {

        /** What the log can be ordered by: the clock. */
        public static final Set<String> ORDERS = Set.of("at");
    }

    /**
     * By the clock, newest or oldest first. Only what is asked for stands in the statement, so that each question has an index to
     * walk: by time, by whom or about what and time; a name and a number are asked for one by one.
     */
    public Slice<EntryRow> list(Query query) {
        String bounds = (query.from == null ? "" : " and e.at >= :from")
                + (query.to == null ? "" : " and e.at < :to")
                + (query.action == null ? "" : " and starts_with(e.action, :action)")
                + (query.subject == null ? "" : " and e.subject_id = :subject")
                + (query.after == null ? "" : " and (e.at, e.id) " + query.sorting.after() + " (:afterAt, :after)");
        String way = query.sorting.direction();
        String page = bounds + " order by e.at " + way + ", e.id " + way + " limit :size)";
        String select = "(select e.* from audit.entry e where ";
        String sql = query.staff == null
                ? select + "true" + page
                : "(" + select + "e.actor = :staff" + page + " union " + select + "e.staff_name = :staff" + page
                        + " order by at " + way + ", id " + way + " limit :size)";
        var asked = jdbc.sql("select * from " + sql + " entries order by at " + way + ", id " + way)
                .param("from", time(query.from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(query.to), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("staff", query.staff, Types.VARCHAR)
                .param("action", query.action, Types.VARCHAR)
                .param("subject", query.subject, Types.OTHER)
                .param("after", query.after, Types.BIGINT)
                .param("afterAt", query.after == null ? null : timeOf(query.after), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("size", query.size + 1);
        return Slice.of(asked.query((row, n) -> entry(row)).list(), query.size, row -> Long.toString(row.seq));
    }

    private @Nullable OffsetDateTime timeOf(long entry) {
        return jdbc.sql("select at from audit.entry where id = ?")
                .param(entry)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .orElse(null);
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

    /** How often within a week somebody was shown more persons in an hour than anybody works on (AU-01). */
    public int massReadings() {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = 'audit.mass-reading' and at > lianxin_now() - interval '7 days'")
                .query(Integer.class)
                .single();
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
