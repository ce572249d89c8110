package org.lianxin.live.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.shared.UnitPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads by comparing snapshots: a change is new when its transaction is visible now and was not in the snapshot of the reading
 * before. Ids alone would lose changes, because a transaction may commit after another that took a later id.
 */
@Repository
class JdbcChangeStore implements ChangeStore {

    private final JdbcClient jdbc;

    JdbcChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Change> changes) {
        jdbc.sql("""
                        insert into live.change (topic, kind, ref, unit_path)
                        select * from unnest(:topics::text[], :kinds::text[], :refs::text[], :units::text[])""")
                .param("topics", column(changes, Change::topic))
                .param("kinds", column(changes, Change::kind))
                .param("refs", column(changes, Change::reference))
                .param("units", column(changes, change -> change.unit().value()))
                .update();
    }

    private static String[] column(List<Change> changes, Function<Change, String> value) {
        return changes.stream().map(value).toArray(String[]::new);
    }

    @Override
    public Point now() {
        return jdbc.sql("select pg_current_snapshot()::text as snapshot, lianxin_now() as at")
                .query((row, n) -> point(row))
                .single();
    }

    @Override
    public Batch since(Point point) {
        List<Stored> changes = new ArrayList<>();
        List<Point> upTo = new ArrayList<>(1);
        jdbc.sql("""
                        select s.snapshot::text as snapshot, s.at, c.id, c.topic, c.kind, c.ref, c.unit_path
                        from (select pg_current_snapshot() as snapshot, lianxin_now() as at) s
                        left join live.change c
                            on c.tx >= pg_snapshot_xmin(:since::pg_snapshot)
                            and not pg_visible_in_snapshot(c.tx, :since::pg_snapshot)
                        order by c.id""").param("since", point.snapshot()).query(row -> {
            if (upTo.isEmpty()) {
                upTo.add(point(row));
            }
            if (row.getString("topic") != null) {
                changes.add(stored(row));
            }
        });
        return new Batch(upTo.getFirst(), changes);
    }

    @Override
    public List<Stored> from(long watermark) {
        return jdbc.sql("""
                        select id, topic, kind, ref, unit_path from live.change
                        where tx >= :watermark::text::xid8 order by id limit 5000""")
                .param("watermark", watermark)
                .query((row, n) -> stored(row))
                .list();
    }

    @Override
    public int forget(Duration age) {
        return jdbc.sql("delete from live.change where at < clock_timestamp() - make_interval(secs => :seconds)")
                .param("seconds", age.toSeconds())
                .update();
    }

    private static Point point(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Point(row.getString("snapshot"), at);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                new Change(
                        row.getString("topic"),
                        row.getString("kind"),
                        row.getString("ref"),
                        new UnitPath(row.getString("unit_path"))));
    }
}
