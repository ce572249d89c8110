package org.lianxin.warning.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.episode.EpisodeLists;
import org.lianxin.warning.episode.EpisodeLists.Counts;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.SignalsToday;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.lianxin.warning.web.EpisodeViews.ItemView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queues and the page of an episode, masked. */
@RestController
@RequestMapping("/api/warning")
class EpisodeController {

    private static final long COUNT_NANOS = 1_500_000_000L;
    private static final int MOST_REMEMBERED = 2_000;

    private final ScopedTransactions transactions;
    private final EpisodeLists lists;
    private final SignalsToday signalsToday;
    private final EpisodeViews views;
    private final EpisodeDetails details;
    private final Map<UUID, Remembered> counts = new ConcurrentHashMap<>();

    EpisodeController(
            ScopedTransactions transactions,
            EpisodeLists lists,
            SignalsToday signalsToday,
            EpisodeViews views,
            EpisodeDetails details) {
        this.transactions = transactions;
        this.lists = lists;
        this.signalsToday = signalsToday;
        this.views = views;
        this.details = details;
    }

    private record Remembered(CountsView counts, long at) {}

    /** What waits where, and what came in today: signalsToday is the sum of the four that follow it. */
    record CountsView(
            @JsonUnwrapped Counts waiting,
            int signalsToday,
            int newToday,
            int mergedToday,
            int historyToday,
            int rejectedToday) {

        static CountsView of(Counts waiting, SignalsToday.Taken today) {
            return new CountsView(
                    waiting, today.all(), today.fresh(), today.merged(), today.history(), today.rejected());
        }
    }

    /** How the list is narrowed; all may be missing. */
    record Filter(
            @Nullable String county,
            @Nullable String scamType,
            @Nullable String level,
            @Nullable String state,
            @Nullable String q) {}

    @GetMapping("/episodes")
    Slice<ItemView> list(
            Viewer viewer,
            @RequestParam(defaultValue = "centre") String view,
            Filter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        EpisodeLists.Query query = new EpisodeLists.Query(
                view,
                blankless(filter.county()),
                blankless(filter.scamType()),
                blankless(filter.level()),
                blankless(filter.state()),
                blankless(filter.q()),
                after,
                Math.clamp(size, 1, 200));
        return transactions.run(viewer, () -> {
            Slice<EpisodeRow> rows = lists.list(viewer, query);
            return new Slice<>(views.items(viewer, rows.items()), rows.next());
        });
    }

    static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @GetMapping("/episodes/counts")
    CountsView counts(Viewer viewer) {
        Remembered known = counts.get(viewer.postId());
        if (known == null || System.nanoTime() - known.at() > COUNT_NANOS) {
            if (counts.size() > MOST_REMEMBERED) {
                counts.clear();
            }
            CountsView counted =
                    transactions.run(viewer, () -> CountsView.of(lists.counts(viewer), signalsToday.count()));
            known = new Remembered(counted, System.nanoTime());
            counts.put(viewer.postId(), known);
        }
        return known.counts();
    }

    @GetMapping("/episodes/{id}")
    DetailView get(Viewer viewer, @PathVariable UUID id) {
        return transactions.run(viewer, () -> details.get(viewer, id));
    }

    /** An address that waits for somebody who knows where it is. */
    record UnclearView(
            ItemView episode,
            String episodeId,
            String number,
            @Nullable String reason,
            @com.fasterxml.jackson.annotation.JsonRawValue String candidates,
            java.time.Instant since) {}

    @GetMapping("/routing")
    Slice<UnclearView> routing(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        EpisodeLists.Query query =
                new EpisodeLists.Query("exceptions", null, null, null, null, null, after, Math.clamp(size, 1, 200));
        return transactions.run(viewer, () -> {
            Slice<EpisodeRow> rows = lists.list(viewer, query);
            List<ItemView> items = views.items(viewer, rows.items());
            List<UnclearView> unclear = new java.util.ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                EpisodeRow row = rows.items().get(i);
                String candidates = row.candidates() == null ? "[]" : row.candidates();
                unclear.add(new UnclearView(
                        items.get(i),
                        row.id().toString(),
                        row.number(),
                        row.routingNote(),
                        candidates,
                        row.receivedAt()));
            }
            return new Slice<>(unclear, rows.next());
        });
    }
}
