package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Why rows were not taken, cell by cell. */
@Component
class Rejects {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Rejects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID importId, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        List<Integer> parts = new ArrayList<>();
        Map<Integer, Integer> next = new HashMap<>();
        rejects.forEach(each -> parts.add(next.merge(each.row(), 1, Integer::sum)));
        jdbc.sql("""
                        insert into warning.import_reject (import_id, row_number, part, letter, header, code, arguments, cells)
                        select :id, * from unnest(:rows, :parts, :letters, :headers, :codes, :arguments::jsonb[], :cells::jsonb[])
                        on conflict do nothing
                        """)
                .param("id", importId)
                .param("rows", rejects.stream().mapToInt(Reject::row).toArray())
                .param("parts", parts.stream().mapToInt(Integer::intValue).toArray())
                .param("letters", texts(rejects, Reject::letter))
                .param("headers", texts(rejects, Reject::header))
                .param("codes", texts(rejects, Reject::code))
                .param("arguments", texts(rejects, each -> JSON.writeValueAsString(each.arguments())))
                .param(
                        "cells",
                        texts(
                                rejects,
                                each -> JSON.writeValueAsString(each.cells()).replace("\\u0000", "")))
                .update();
    }

    private static String[] texts(List<Reject> rejects, java.util.function.Function<Reject, String> of) {
        return rejects.stream().map(of).toArray(String[]::new);
    }

    /** @param after row and part of the last one seen, {@code 12.1}; null from the beginning */
    Slice<Reject> list(UUID importId, @Nullable String after, @Nullable String code, int size) {
        record Numbered(String cursor, Reject reject) {}
        String[] from = after == null ? new String[] {"0", "0"} : after.split("\\.");
        List<Numbered> rows = jdbc.sql("""
                        select row_number, part, letter, header, code, arguments::text as arguments, cells::text as cells
                        from warning.import_reject
                        where import_id = :id and (row_number, part) > (:row, :part) and (:code::text is null or code = :code::text)
                        order by row_number, part limit :limit
                        """)
                .param("id", importId)
                .param("row", Integer.parseInt(from[0]))
                .param("part", Integer.parseInt(from[1]))
                .param("code", code, java.sql.Types.VARCHAR)
                .param("limit", size + 1)
                .query((row, n) -> new Numbered(row.getInt("row_number") + "." + row.getInt("part"), read(row)))
                .list();
        Slice<Numbered> page = Slice.of(rows, size, Numbered::cursor);
        return new Slice<>(page.items().stream().map(Numbered::reject).toList(), page.next());
    }

    private static Reject read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Reject(
                row.getInt("row_number"),
                row.getString("letter"),
                row.getString("header"),
                row.getString("code"),
                JSON.readValue(row.getString("arguments"), TEXTS),
                JSON.readValue(row.getString("cells"), TEXTS));
    }

    /** All rejects of a file, for marking it. */
    List<Reject> all(UUID importId) {
        return jdbc.sql("""
                        select row_number, letter, header, code, arguments::text as arguments, '[]' as cells
                        from warning.import_reject where import_id = :id order by row_number, part
                        """).param("id", importId).query((row, n) -> read(row)).list();
    }

    List<CodeCount> codes(UUID importId) {
        return jdbc.sql("""
                        select code, count(*)::int as count from warning.import_reject where import_id = :id
                        group by code order by count(*) desc, code
                        """)
                .param("id", importId)
                .query((row, n) -> new CodeCount(row.getString(1), row.getInt(2)))
                .list();
    }
}
