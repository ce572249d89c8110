package org.lianxin.warning.episode;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.CallMoved;
import org.lianxin.notification.Telephone.Ending;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.lianxin.warning.domain.CallSteps.Move;
import org.lianxin.warning.domain.CallSteps.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls and how far they have come, as rows. Call inside a transaction. */
@Component
public class CallBook {

    /** The result of a call that never reached the person's number. */
    static final String NOT_MADE = "not-made";

    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;

    CallBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was said, and how it was taken.
     *
     * @param belief at the end of the call
     * @param way all beliefs seen, in their order
     * @param scriptType whose script was spoken, in which version
     */
    public record Said(Belief belief, List<Belief> way, String scriptType, int scriptVersion) {

        public Said {
            way = List.copyOf(way);
        }
    }

    /** A call that was placed. */
    record Placed(boolean own, @Nullable String result) {

        /** Whether nothing is known of the person yet; who dials by hand after the exchange failed records the result here. */
        boolean isOpen() {
            return result == null || result.equals(NOT_MADE);
        }
    }

    /**
     * A call as colleagues see it; without content.
     *
     * @param line how far the exchange is with it; null where there is none
     * @param ending how the network says that it ended
     */
    public record Made(
            UUID id,
            Instant at,
            UUID staffId,
            boolean own,
            @Nullable String result,
            @Nullable Belief belief,
            List<Belief> way,
            @Nullable String scriptType,
            @Nullable Integer scriptVersion,
            @Nullable String rule,
            @Nullable String line,
            @Nullable String ending) {}

    /** @param nextAt when to try again, or when somebody is sent; null where nothing is waited for */
    public record Progress(
            Step step, @Nullable String rule, @Nullable Instant nextAt) {}

    boolean hasScript(Said said) {
        return jdbc.sql(
                        "select exists (select from warning.script_version where scam_type = :type and version = :version)")
                .param("type", said.scriptType())
                .param("version", said.scriptVersion())
                .query(Boolean.class)
                .single();
    }

    Optional<Placed> lock(UUID episode, UUID call) {
        return jdbc.sql(
                        "select own, result from warning.phone_call where id = :id and episode_id = :episode for update")
                .param("id", call)
                .param("episode", episode)
                .query((row, n) -> new Placed(row.getBoolean("own"), row.getString("result")))
                .optional();
    }

    void result(UUID call, Heard heard, @Nullable Said said) {
        jdbc.sql("""
                        update warning.phone_call
                        set result = :result, result_at = lianxin_now(), belief = :belief, way = :way, script_type = :type,
                            script_version = :version
                        where id = :id""")
                .param("result", heard.word())
                .param("belief", said == null ? null : said.belief().word())
                .param("way", said == null ? null : joined(said.way()))
                .param("type", said == null ? null : said.scriptType())
                .param("version", said == null ? null : said.scriptVersion(), Types.INTEGER)
                .param("id", call)
                .update();
    }

    private static String joined(List<Belief> way) {
        return String.join(",", way.stream().map(Belief::word).toList());
    }

    void rule(UUID call, String rule) {
        jdbc.sql("update warning.phone_call set rule = :rule where id = :id")
                .param("rule", rule)
                .param("id", call)
                .update();
    }

    /** How far the calls of this round have come. */
    public Progress progress(EpisodeRow episode) {
        return jdbc.sql("select step, rule, next_at from warning.call_step where episode_id = :id and round = :round")
                .param("id", episode.id())
                .param("round", episode.round())
                .query((row, n) -> new Progress(
                        Step.of(row.getString("step")),
                        row.getString("rule"),
                        EpisodeRows.optionalInstant(row, "next_at")))
                .optional()
                .orElse(new Progress(Step.FIRST, null, null));
    }

    /** A move that waits for nothing leaves a time that is running alone, unless the step changes. */
    void move(EpisodeRow episode, Move move) {
        Duration wait = move.pause();
        jdbc.sql("""
                        insert into warning.call_step as was (episode_id, round, step, rule, next_at, changed_at)
                        values (:id, :round, :step, :rule, case when :wait > 0 then lianxin_now() + make_interval(secs => :wait) end,
                            lianxin_now())
                        on conflict (episode_id) do update
                        set round = excluded.round, step = excluded.step, rule = excluded.rule, changed_at = excluded.changed_at,
                            next_at = case when was.round = excluded.round and was.step = excluded.step
                                           then coalesce(excluded.next_at, was.next_at) else excluded.next_at end""")
                .param("id", episode.id())
                .param("round", episode.round())
                .param("step", move.to().word())
                .param("rule", move.rule())
                .param("wait", wait.toSeconds())
                .update();
    }

    /** Episodes whose message has had its time. */
    List<UUID> silent(int most) {
        return jdbc.sql("""
                        select s.episode_id from warning.call_step s join warning.episode e on e.id = s.episode_id
                        where s.step = 'messaged' and s.next_at <= lianxin_now() and s.round = e.round and e.closed_at is null
                        order by s.next_at limit :most""")
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    boolean isSilent(UUID episode) {
        return jdbc.sql("""
                        select exists (select from warning.call_step
                                       where episode_id = :id and step = 'messaged' and next_at <= lianxin_now())""").param("id", episode).query(Boolean.class).single();
    }

    /** The calls about an episode, the newest first. */
    public List<Made> list(UUID episode) {
        return jdbc.sql("""
                        select id, line, ending, placed_at, staff_id, own, result, belief, way, script_type, script_version, rule
                        from warning.phone_call where episode_id = :id order by placed_at desc, id desc limit :most""")
                .param("id", episode)
                .param("most", MOST_SHOWN)
                .query((row, n) -> new Made(
                        row.getObject("id", UUID.class),
                        EpisodeRows.instant(row, "placed_at"),
                        row.getObject("staff_id", UUID.class),
                        row.getBoolean("own"),
                        row.getString("result"),
                        belief(row.getString("belief")),
                        way(row.getString("way")),
                        row.getString("script_type"),
                        row.getObject("script_version", Integer.class),
                        row.getString("rule"),
                        row.getString("line"),
                        row.getString("ending")))
                .list();
    }

    boolean isOf(UUID staff, UUID episode, UUID call) {
        return jdbc.sql(
                        "select exists (select from warning.phone_call where id = :id and episode_id = :episode and staff_id = :staff)")
                .param("id", call)
                .param("episode", episode)
                .param("staff", staff)
                .query(Boolean.class)
                .single();
    }

    /** How far the exchange is with a call; its episode. What a person has recorded stays. */
    Optional<UUID> onLine(CallMoved moved) {
        Ending ending = moved.ending();
        boolean made = ending == null || ending.isMade();
        return jdbc.sql("""
                        update warning.phone_call
                        set line = :line, ending = :ending,
                            result_at = case when result is null and not :made then lianxin_now() else result_at end,
                            result = case when result is null and not :made then :notMade else result end
                        where id = :id returning episode_id""")
                .param("line", moved.stage().word())
                .param("ending", ending == null ? null : ending.word(), Types.VARCHAR)
                .param("made", made)
                .param("notMade", NOT_MADE)
                .param("id", moved.call())
                .query(UUID.class)
                .optional();
    }

    private static @Nullable Belief belief(@Nullable String word) {
        return word == null ? null : Belief.find(word).orElse(null);
    }

    private static List<Belief> way(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .flatMap(word -> Belief.find(word).stream())
                        .toList();
    }
}
