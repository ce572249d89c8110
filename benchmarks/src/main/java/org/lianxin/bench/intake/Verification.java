package org.lianxin.bench.intake;

import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the database, after the load, whether what was acknowledged is there and complete. A run that fails is void. */
final class Verification {

    private final JdbcClient jdbc;
    private final SignalStream signals;
    private final PrintStream out;
    private boolean good = true;

    Verification(DataSource owner, SignalStream signals, PrintStream out) {
        this.jdbc = JdbcClient.create(owner);
        this.signals = signals;
        this.out = out;
    }

    /** How many signals of ours passed each test. */
    record Complete(long signals, long routed, long ranked, long called, long urgent, long visited, long timed) {}

    /** Every signal of ours is stored, belongs to a routed and ranked episode and has the orders its level asks for. */
    boolean ofOurs() {
        long all = compareIds("SELECT source_id FROM warning.signal WHERE source_id LIKE ?");
        Complete found = jdbc.sql("""
                        WITH known AS (
                            SELECT e.*, o.calls, o.visits, o.deadlines
                            FROM warning.signal s JOIN warning.episode e ON e.id = s.episode_id
                            LEFT JOIN LATERAL (
                                SELECT count(*) FILTER (WHERE kind = 'call') AS calls,
                                       count(*) FILTER (WHERE kind = 'visit') AS visits,
                                       count(*) FILTER (WHERE kind IN ('call', 'visit') AND EXISTS (
                                           SELECT FROM "order".deadline d WHERE d.order_id = orders.id)) AS deadlines
                                FROM "order".orders WHERE subject_id = e.id) o ON true
                            WHERE s.source_id LIKE ?)
                        SELECT count(*) AS signals,
                               count(*) FILTER (WHERE answering_unit IS NOT NULL AND place_code IS NOT NULL) AS routed,
                               count(*) FILTER (WHERE rank > 0 AND jsonb_array_length(why) > 0) AS ranked,
                               count(*) FILTER (WHERE calls = 1) AS called,
                               count(*) FILTER (WHERE urgency < 3) AS urgent,
                               count(*) FILTER (WHERE urgency < 3 AND visits = 1) AS visited,
                               count(*) FILTER (WHERE deadlines = calls + visits) AS timed
                        FROM known""")
                .param(signals.prefix() + "%")
                .query(Complete.class)
                .single();
        equal("in an episode", found.signals(), all);
        equal("routed to the unit answering for the address", found.routed(), all);
        equal("ranked, with the rules that fired", found.ranked(), all);
        equal("with the order to call", found.called(), all);
        equal("of high risk or with money moving, with the order to visit", found.visited(), found.urgent());
        equal("whose orders all have a deadline ahead", found.timed(), all);
        return good;
    }

    /** Every signal of the peer's is stored and has its process, task and timer. */
    boolean ofPeer() {
        long all = compareIds("SELECT source_id FROM peer.signal WHERE source_id LIKE ?");
        equal("processes", count("SELECT count(*) FROM peer.act_ru_execution WHERE parent_id_ IS NULL"), all);
        equal("user tasks to visit", count("SELECT count(*) FROM peer.act_ru_task WHERE task_def_key_ = 'visit'"), all);
        equal(
                "timers, waiting or fired",
                count("SELECT (SELECT count(*) FROM peer.act_ru_timer_job)"
                        + " + (SELECT count(*) FROM peer.act_ru_job)"
                        + " + (SELECT count(*) FROM peer.act_ru_task WHERE task_def_key_ = 'alarm')"),
                all);
        return good;
    }

    /** How many are stored: every one that was acknowledged, and none that was never sent. */
    private long compareIds(String sql) {
        List<String> stored = jdbc.sql(sql)
                .param(signals.prefix() + "%")
                .query((row, n) -> row.getString(1))
                .list();
        long found = stored.stream().filter(signals::isAcknowledged).distinct().count();
        equal("acknowledged and stored", found, signals.acknowledgedCount());
        long others = stored.size() - found;
        boolean possible = others <= signals.sentCount() - signals.acknowledgedCount();
        good &= possible;
        if (others > 0) {
            out.printf("  %-7s stored, but the answer was lost on its way: %d%n", possible ? "ok" : "WRONG", others);
        }
        return stored.size();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getLong(1)).single();
    }

    private void equal(String what, long found, long wanted) {
        boolean same = found == wanted;
        good &= same;
        out.printf("  %-7s %s: %d of %d%n", same ? "ok" : "WRONG", what, found, wanted);
    }
}
