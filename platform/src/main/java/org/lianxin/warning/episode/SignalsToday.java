package org.lianxin.warning.episode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came in since midnight in Asia/Shanghai, within the reach of the current transaction. */
@Component
public class SignalsToday {

    private static final String MIDNIGHT =
            "(select date_trunc('day', lianxin_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')";

    private final JdbcClient jdbc;

    SignalsToday(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fresh began an episode
     * @param merged joined one
     * @param history came too late to be work
     * @param rejected rows of files that could not be taken
     */
    public record Taken(int fresh, int merged, int history, int rejected) {
        public int all() {
            return fresh + merged + history + rejected;
        }
    }

    public Taken count() {
        return jdbc.sql("""
                        select count(*) filter (where taken_as = 'accepted')::int as fresh,
                               count(*) filter (where taken_as = 'merged')::int as merged,
                               count(*) filter (where taken_as = 'history')::int as history,
                               (select coalesce(sum(i.rejected), 0)::int from warning.import i
                                where i.made_at >= %1$s - interval '7 days' and i.ended_at >= %1$s and i.state = 'done') as rejected
                        from warning.signal where received_at >= %1$s
                        """.formatted(MIDNIGHT))
                .query((row, n) -> new Taken(
                        row.getInt("fresh"), row.getInt("merged"), row.getInt("history"), row.getInt("rejected")))
                .single();
    }
}
