package org.lianxin.warning.sample;

import java.util.List;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Backdating;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Episodes and imports of a demonstration at the times at which they are said to have happened. */
@Repository
class BackdatedEpisodes implements Backdating {

    private static final SystemJob JOB = new SystemJob("warning.invented", true);
    private static final String MOVED = """
            with moved as (
                select * from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::interval[]) m(subject, start, stop, back))
            """;
    private static final List<String> OF_EPISODE = List.of(
            "warning.history at",
            "warning.note at",
            "warning.phone_call result_at",
            "warning.phone_call placed_at",
            "warning.call_step next_at",
            "warning.call_step changed_at",
            "warning.family_basis recorded_at",
            "warning.stop_request paid_at",
            "warning.stop_request asked_at",
            "warning.caller_code valid_until",
            "warning.caller_code made_at",
            "warning.concerned since",
            "warning.awakening_event at",
            "warning.awakening ended_at",
            "warning.awakening opened_at");
    private static final List<String> STEPS = List.of("reached_at", "seen_at", "closed_at");

    private final ScopedTransactions transactions;
    private final JdbcClient jdbc;
    private final boolean real;

    BackdatedEpisodes(ScopedTransactions transactions, JdbcClient jdbc, @Value("${lianxin.stamp}") String stamp) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.real = stamp.equals("PRODUCTION");
    }

    @Override
    public void move(List<Moved> all) {
        if (real) {
            throw new IllegalStateException("nothing is backdated in production");
        }
        Object[] columns = Moved.columns(all);
        transactions.runAs(JOB, () -> {
            for (String each : OF_EPISODE) {
                String[] words = each.split(" ", 2);
                stamp(columns, words[0], words[1], "episode_id");
            }
            STEPS.forEach(step -> stamp(columns, "warning.episode", step, "id"));
            signals(columns);
            return imports(columns);
        });
    }

    private void stamp(Object[] columns, String table, String column, String subject) {
        jdbc.sql(MOVED + """
                        update %1$s t set %2$s = t.%2$s - m.back from moved m
                        where t.%3$s = m.subject and t.%2$s >= m.start and t.%2$s < m.stop""".formatted(table, column, subject)).params(columns).update();
    }

    /** What a source noticed moves with its coming in. */
    private void signals(Object[] columns) {
        jdbc.sql(MOVED + """
                        update warning.signal s set received_at = s.received_at - m.back, occurred_at = s.occurred_at - m.back
                        from moved m where s.episode_id = m.subject and s.received_at >= m.start and s.received_at < m.stop""").params(columns).update();
        jdbc.sql(MOVED + """
                        update warning.episode e
                        set received_at = e.received_at - m.back,
                            first_signal_at = (select min(s.occurred_at) from warning.signal s where s.episode_id = e.id),
                            last_signal_at = (select max(s.occurred_at) from warning.signal s where s.episode_id = e.id)
                        from moved m where e.id = m.subject and e.received_at >= m.start and e.received_at < m.stop""").params(columns).update();
    }

    /** An import and, of what came with it, when it came; the times its rows state stay. */
    private int imports(Object[] columns) {
        jdbc.sql(MOVED + """
                        update warning.episode e set received_at = e.received_at - m.back, closed_at = e.closed_at - m.back
                        from moved m where e.received_at >= m.start and e.received_at < m.stop
                          and e.id in (select s.episode_id from warning.signal s where s.import_id = m.subject)""").params(columns).update();
        jdbc.sql(MOVED + """
                        update warning.signal s set received_at = s.received_at - m.back from moved m
                        where s.import_id = m.subject and s.received_at >= m.start and s.received_at < m.stop""").params(columns).update();
        return jdbc.sql(MOVED + """
                        update warning.import i
                        set number = regexp_replace(i.number, '-[0-9]{8}-',
                                to_char((i.made_at - m.back) at time zone 'Asia/Shanghai', '"-"YYYYMMDD"-"')),
                            made_at = i.made_at - m.back, started_at = i.started_at - m.back, ended_at = i.ended_at - m.back
                        from moved m where i.id = m.subject and i.made_at >= m.start and i.made_at < m.stop""").params(columns).update();
    }
}
