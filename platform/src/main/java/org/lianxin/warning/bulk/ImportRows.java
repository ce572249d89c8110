package org.lianxin.warning.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Sorting;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.Columns.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports and what is known about each. */
@Component
class ImportRows {

    /** What the list can be ordered by. */
    private static final Map<String, String> ORDERS = Map.of(
            "at", "i.made_at", "rows", "i.rows", "rejected", "i.rejected", "file", "i.file_name collate public.pinyin");

    private static final Sorting USUAL = new Sorting("at", true);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select i.id, i.number, i.unit_id, i.unit_path, i.made_by, i.staff_id, i.uploaded, i.attempts, i.made_at, i.file_name, i.bytes, i.data_key, i.state, i.sheet,
                   i.columns::text as columns, i.rows, i.accepted, i.merged, i.history, i.rejected, i.duplicate, i.stopped_cells,
                   i.processed, i.started_at, i.ended_at, lianxin_now() as read_at, i.problem::text as problem, i.kept_handled
            from warning.import i
            """;

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a file before anything was read of it. */
    record New(
            UUID id,
            UUID unitId,
            UnitPath unitPath,
            String code,
            String madeBy,
            @Nullable UUID staffId,
            String fileName,
            UUID key) {}

    void insert(New made) {
        jdbc.sql("""
                        insert into warning.import (id, number, unit_id, unit_path, made_by, staff_id, made_at, file_name, bytes,
                            data_key, state)
                        select :id, 'DR-' || :code || '-' || to_char(lianxin_now() at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-'
                            || lpad(s::text, greatest(4, length(s::text)), '0'), :unit, :path, :by, :staff, lianxin_now(), :file, 0,
                            :key, 'reading'
                        from nextval('warning.import_serial') s
                        """)
                .param("id", made.id())
                .param("code", made.code())
                .param("unit", made.unitId())
                .param("path", made.unitPath().value())
                .param("by", made.madeBy())
                .param("staff", made.staffId(), java.sql.Types.OTHER)
                .param("file", made.fileName())
                .param("key", made.key())
                .update();
    }

    void uploading(UUID id, long bytes) {
        jdbc.sql("update warning.import set bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    /** The upload is complete: a worker may take it. */
    void uploaded(UUID id) {
        jdbc.sql("update warning.import set uploaded = true where id = :id")
                .param("id", id)
                .update();
    }

    /** An import whose file is not needed any more, and the key of the file. */
    record Ended(UUID id, UUID key) {}

    /** Marks some as without a file: the caller removes the files in the same transaction and the keys after it. */
    List<Ended> forgetEnded() {
        return jdbc.sql("""
                        update warning.import set forgotten = true
                        where id = any(array(select id from warning.import
                                       where state in ('failed', 'undone', 'cancelled') and not forgotten limit 20))
                        returning id, data_key
                        """)
                .query((row, n) -> new Ended(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    Optional<ImportRow> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** What is equal stands by id, against the direction, as the index by time does. */
    Slice<ImportRow> list(@Nullable String order, @Nullable UUID after, int size) {
        Sorting sorting = Sorting.of(order, ORDERS.keySet(), USUAL);
        Sorting ids = new Sorting("id", !sorting.down());
        String key = Objects.requireNonNull(ORDERS.get(sorting.by()));
        String last = "(select " + key + " from warning.import i where i.id = :after)";
        String page = after == null
                ? ""
                : "where %s %s %s or (%s = %s and i.id %s :after)"
                        .formatted(key, sorting.after(), last, key, last, ids.after());
        List<ImportRow> rows = jdbc.sql(SELECT + page + " order by " + key + " " + sorting.direction() + ", i.id "
                        + ids.direction() + " limit :limit")
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", size + 1)
                .query((row, n) -> read(row))
                .list();
        return Slice.of(rows, size, each -> each.id().toString());
    }

    /** Moves to a state; false when it is in none of {@code from} any more. */
    boolean move(UUID id, ImportState to, ImportState... from) {
        String states = String.join(
                ",", java.util.Arrays.stream(from).map(ImportState::word).toList());
        boolean ends = to != ImportState.WRITING && to != ImportState.UNDOING;
        return jdbc.sql("""
                        update warning.import
                        set state = :to, lease_until = null, lease_token = lease_token + 1, attempts = 0, processed = case when :ends then processed else 0 end,
                            started_at = case when :ends then started_at else lianxin_now() end,
                            ended_at = case when :ends then lianxin_now() end
                        where id = :id and state = any(string_to_array(:from, ','))
                        """)
                        .param("to", to.word())
                        .param("ends", ends)
                        .param("id", id)
                        .param("from", states)
                        .update()
                == 1;
    }

    void header(UUID id, String sheet, List<Column> columns) {
        jdbc.sql("update warning.import set sheet = :sheet, columns = :columns::jsonb where id = :id")
                .param("sheet", sheet)
                .param("columns", JSON.writeValueAsString(columns))
                .param("id", id)
                .update();
    }

    /** How far the dry run is. */
    void progress(UUID id, Tally tally, int stopped, boolean wholeFile) {
        jdbc.sql("""
                        update warning.import
                        set processed = :rows, accepted = :accepted, merged = :merged, history = :history, rejected = :rejected,
                            duplicate = :duplicate, stopped_cells = :stopped, rows = case when :whole then :rows else rows end
                        where id = :id
                        """)
                .param("rows", tally.rows())
                .param("accepted", tally.accepted())
                .param("merged", tally.merged())
                .param("history", tally.history())
                .param("rejected", tally.rejected())
                .param("duplicate", tally.duplicate())
                .param("stopped", stopped)
                .param("whole", wholeFile)
                .param("id", id)
                .update();
    }

    void failed(UUID id, ImportRow.Problem problem) {
        jdbc.sql("""
                        update warning.import set state = 'failed', problem = :problem::jsonb, ended_at = lianxin_now(), lease_until = null
                        where id = :id
                        """)
                .param("problem", JSON.writeValueAsString(problem))
                .param("id", id)
                .update();
    }

    void kept(UUID id, int handled) {
        jdbc.sql("update warning.import set kept_handled = :kept where id = :id")
                .param("kept", handled)
                .param("id", id)
                .update();
    }

    private static ImportRow read(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("unit_id", UUID.class),
                new UnitPath(row.getString("unit_path")),
                row.getString("made_by"),
                row.getObject("staff_id", UUID.class),
                instant(row, "made_at"),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getObject("data_key", UUID.class),
                new ImportRow.Handling(row.getBoolean("uploaded"), row.getInt("attempts")),
                ImportState.of(row.getString("state")),
                row.getString("sheet"),
                columns(row.getString("columns")),
                row.getInt("rows"),
                new Tally(
                        row.getInt("accepted"),
                        row.getInt("merged"),
                        row.getInt("history"),
                        row.getInt("rejected"),
                        row.getInt("duplicate")),
                row.getInt("stopped_cells"),
                row.getInt("processed"),
                optional(row, "started_at"),
                optional(row, "ended_at"),
                instant(row, "read_at"),
                problem(row.getString("problem")),
                (Integer) row.getObject("kept_handled"));
    }

    private static List<Column> columns(@Nullable String json) {
        return json == null ? new ArrayList<>() : JSON.readValue(json, new TypeReference<List<Column>>() {});
    }

    private static ImportRow.@Nullable Problem problem(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, ImportRow.Problem.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
