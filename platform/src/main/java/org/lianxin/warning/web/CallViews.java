package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.lianxin.warning.domain.CallSteps.Step;
import org.lianxin.warning.episode.CallBook;
import org.lianxin.warning.episode.CallBook.Made;
import org.lianxin.warning.episode.CallBook.Progress;
import org.lianxin.warning.episode.EpisodeRow;
import org.springframework.stereotype.Component;

/** The calls about an episode and what comes next by rule, in the reader's language. */
@Component
class CallViews {

    private final CallBook book;
    private final Units units;

    CallViews(CallBook book, Units units) {
        this.book = book;
        this.units = units;
    }

    /**
     * @param way the beliefs seen, in their order
     * @param line how far the exchange is with it; null where there is none
     * @param says what the network says of its end, and what to do, as a sentence
     * @param suggested the result that this would be; the clerk records it
     */
    record MadeView(
            String id,
            Instant at,
            String by,
            boolean own,
            @Nullable String result,
            @Nullable String belief,
            List<String> way,
            @Nullable String scriptType,
            @Nullable Integer scriptVersion,
            @Nullable String rule,
            @Nullable String line,
            @Nullable String says,
            @Nullable String suggested) {}

    /**
     * @param step first, second, third, messaged, visit or spoken
     * @param attempts that failed in this round, of three
     * @param rule that says what comes next; null before the first call
     * @param next what comes next, as a sentence; null before the first call
     * @param nextAt when to try again, or when somebody is sent
     */
    record CallsView(
            String step,
            int attempts,
            @Nullable String rule,
            @Nullable String next,
            @Nullable Instant nextAt,
            List<MadeView> made) {}

    /** Call in the viewer's transaction. */
    CallsView view(EpisodeRow episode) {
        Progress progress = book.progress(episode);
        List<Made> made = book.list(episode.id());
        return new CallsView(
                progress.step().word(),
                progress.step().attempts(),
                progress.rule(),
                sentence(progress),
                progress.nextAt(),
                made.stream().map(this::made).toList());
    }

    private static @Nullable String sentence(Progress progress) {
        String rule = progress.rule();
        if (rule == null) {
            return null;
        }
        String key = "warning.call-next." + (progress.step() == Step.SPOKEN ? "CA-02" : rule);
        return Words.say(key);
    }

    private MadeView made(Made call) {
        Belief belief = call.belief();
        String ending = call.ending();
        String key = "warning.line." + ending;
        return new MadeView(
                call.id().toString(),
                call.at(),
                units.findStaff(call.staffId()).map(StaffRef::name).orElse(""),
                call.own(),
                call.result(),
                belief == null ? null : belief.word(),
                call.way().stream().map(Belief::word).toList(),
                call.scriptType(),
                call.scriptVersion(),
                call.rule(),
                call.line(),
                ending == null ? null : Words.say(key),
                Heard.result(ending == null ? "" : ending).map(Heard::word).orElse(null));
    }
}
