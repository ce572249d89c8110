package org.lianxin.warning.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.Track;
import org.lianxin.warning.episode.CallBook.Made;
import org.lianxin.warning.episode.Chronicle;
import org.lianxin.warning.episode.EarlierEpisodes.Earlier;
import org.lianxin.warning.episode.EpisodeRow;
import org.springframework.stereotype.Component;

/** FU-07: what was tried with this person before and what worked, counted, in the reader's language. */
@Component
class EarlierViews {

    /** What of an episode's history is an effort, or what came of one. */
    private static final List<String> EFFORTS =
            List.of("call.", "outcome.", "track-found.", "track-failed.", "follow-up.", "stop-request");

    private static final String PLACED = "call.placed";
    private static final String LOST = "follow-up.lost";
    private static final String DISSUADED = "outcome.reached";

    private final HistoryLines history;

    EarlierViews(HistoryLines history) {
        this.history = history;
    }

    record TriedView(String what, int count) {}

    /**
     * @param worked on which way the person was dissuaded, in words; null when never
     * @param beliefs how the person took it on the last call with a belief, in their order
     * @param lostLater whether a loss was told after the person had been dissuaded
     */
    record EarlierView(
            String episodeId,
            String number,
            Instant at,
            String scamTypeName,
            String state,
            List<TriedView> tried,
            @Nullable String worked,
            List<String> beliefs,
            @Nullable String outcome,
            long savedCents,
            long lostCents,
            boolean lostLater) {}

    EarlierView view(Earlier earlier) {
        EpisodeRow row = earlier.episode();
        List<Chronicle.Line> lines = earlier.lines();
        return new EarlierView(
                row.id().toString(),
                row.number(),
                row.lastSignalAt(),
                RuleWords.scam(row.scamType()),
                row.state().word(),
                tried(lines),
                worked(lines),
                beliefs(earlier.calls()),
                row.outcome(),
                row.savedCents(),
                row.lostCents(),
                lines.stream().anyMatch(line -> line.what().equals(LOST)));
    }

    private List<TriedView> tried(List<Chronicle.Line> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Chronicle.Line line : lines.reversed()) {
            if (!line.what().equals(PLACED) && EFFORTS.stream().anyMatch(line.what()::startsWith)) {
                counts.merge(history.view(line).what(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(each -> new TriedView(each.getKey(), each.getValue()))
                .toList();
    }

    private static @Nullable String worked(List<Chronicle.Line> lines) {
        Optional<Chronicle.Line> dissuaded =
                lines.stream().filter(line -> line.what().equals(DISSUADED)).findFirst();
        return dissuaded
                .map(line -> Optional.ofNullable(line.detail().order())
                        .flatMap(Track::ofKind)
                        .orElse(Track.PHONE))
                .map(track -> {
                    String key = "warning.found-how." + track.word();
                    return Words.say(key);
                })
                .orElse(null);
    }

    private static List<String> beliefs(List<Made> calls) {
        return calls.stream()
                .map(Made::way)
                .filter(way -> !way.isEmpty())
                .findFirst()
                .map(way ->
                        way.stream().filter(Objects::nonNull).map(Belief::word).toList())
                .orElse(List.of());
    }
}
