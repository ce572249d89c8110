package org.lianxin.warning.episode;

import java.util.List;
import org.lianxin.warning.episode.CallBook.Made;
import org.lianxin.warning.intake.Content;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** FU-07: what was tried with the same person before, as far as the reader may see it. Known only once the person is opened for a purpose. */
@Component
public class EarlierEpisodes {

    private static final int MOST = 5;

    private final SealedContents contents;
    private final CallBook calls;
    private final Chronicle chronicle;
    private final JdbcClient jdbc;

    EarlierEpisodes(SealedContents contents, CallBook calls, Chronicle chronicle, JdbcClient jdbc) {
        this.contents = contents;
        this.calls = calls;
        this.chronicle = chronicle;
        this.jdbc = jdbc;
    }

    /** One of them, with its calls and what else was done, the newest first. */
    public record Earlier(EpisodeRow episode, List<Made> calls, List<Chronicle.Line> lines) {

        public Earlier {
            calls = List.copyOf(calls);
            lines = List.copyOf(lines);
        }
    }

    /** The latest first; never one about somebody whose id is another. Call in a transaction with a purpose. */
    List<Earlier> list(EpisodeRow episode, List<Content> all) {
        long[] keys = all.stream()
                .flatMap(content -> contents.personKeys(content).stream())
                .mapToLong(Long::longValue)
                .distinct()
                .toArray();
        if (keys.length == 0) {
            return List.of();
        }
        return jdbc
                .sql("select " + EpisodeRows.COLUMNS + """
                         from warning.episode e
                        where e.id = any (array(select t.episode_id from warning.search_token t where t.token = any (:keys)))
                          and e.id <> :id and (e.person_token is null or :token::text is null or e.person_token = :token)
                        order by e.last_signal_at desc, e.id desc limit :most""")
                .param("keys", keys)
                .param("id", episode.id())
                .param("token", episode.personToken())
                .param("most", MOST)
                .query(EpisodeRows::read)
                .list()
                .stream()
                .map(row -> new Earlier(row, calls.list(row.id()), chronicle.list(row.id())))
                .toList();
    }
}
