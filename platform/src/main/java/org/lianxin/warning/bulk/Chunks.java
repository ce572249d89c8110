package org.lianxin.warning.bulk;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rows of a file are written. */
@Component
class Chunks {

    private final JdbcClient jdbc;
    private final Rejects rejects;

    Chunks(JdbcClient jdbc, Rejects rejects) {
        this.jdbc = jdbc;
        this.rejects = rejects;
    }

    /** First rows of the chunks that are written. */
    List<Integer> written(UUID importId) {
        return jdbc.sql("select first_row from warning.import_chunk where import_id = :id")
                .param("id", importId)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    void insert(UUID importId, int firstRow, int lastRow, Tally tally, List<Reject> conflicts) {
        jdbc.sql("""
                        insert into warning.import_chunk (import_id, first_row, last_row, accepted, merged, history, rejected, duplicate)
                        values (:id, :first, :last, :accepted, :merged, :history, :rejected, :duplicate)
                        """)
                .param("id", importId)
                .param("first", firstRow)
                .param("last", lastRow)
                .param("accepted", tally.accepted())
                .param("merged", tally.merged())
                .param("history", tally.history())
                .param("rejected", tally.rejected())
                .param("duplicate", tally.duplicate())
                .update();
        jdbc.sql("update warning.import set attempts = 0 where id = :id and attempts > 0")
                .param("id", importId)
                .update();
        rejects.insert(importId, conflicts);
    }

    /** Adds up what is written. */
    void sum(UUID importId) {
        jdbc.sql("""
                        update warning.import i
                        set processed = s.accepted + s.merged + s.history + s.rejected, accepted = s.accepted, merged = s.merged,
                            history = s.history, rejected = s.rejected, duplicate = s.duplicate
                        from (select coalesce(sum(accepted), 0)::int as accepted, coalesce(sum(merged), 0)::int as merged,
                                     coalesce(sum(history), 0)::int as history, coalesce(sum(rejected), 0)::int as rejected,
                                     coalesce(sum(duplicate), 0)::int as duplicate
                              from warning.import_chunk where import_id = :id) s
                        where i.id = :id
                        """).param("id", importId).update();
    }
}
