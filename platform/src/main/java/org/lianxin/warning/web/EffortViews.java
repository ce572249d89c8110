package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.FollowUp;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.FollowUpBook;
import org.springframework.stereotype.Component;

/** What is done to reach a person, and whether it lasted. */
@Component
class EffortViews {

    private final CallViews calls;
    private final FollowUpBook followUps;
    private final TrackViews tracks;
    private final StopViews stops;

    EffortViews(CallViews calls, FollowUpBook followUps, TrackViews tracks, StopViews stops) {
        this.calls = calls;
        this.followUps = followUps;
        this.tracks = tracks;
        this.stops = stops;
    }

    /** @param day after closing; asked when somebody has been told to ask */
    record FollowUpView(
            int day, Instant dueAt, boolean asked, @Nullable String result) {}

    /** @param unsavedCents counted as saved until a loss came within 30 days */
    record FollowUpsView(List<FollowUpView> items, long unsavedCents) {}

    CallViews.CallsView calls(EpisodeRow episode) {
        return calls.view(episode);
    }

    TrackViews.SearchView search(Viewer viewer, EpisodeRow episode, List<OrderView> on) {
        return tracks.view(viewer, episode, on);
    }

    List<StopViews.StopView> stopRequests(EpisodeRow episode, List<OrderView> on) {
        return stops.view(episode, on);
    }

    FollowUpsView followUps(EpisodeRow episode) {
        List<FollowUpView> items =
                followUps.list(episode).stream().map(EffortViews::view).toList();
        return new FollowUpsView(items, followUps.unsavedCents(episode));
    }

    private static FollowUpView view(FollowUpBook.Planned planned) {
        FollowUp.Result result = planned.result();
        return new FollowUpView(
                planned.day(), planned.dueAt(), planned.ordered(), result == null ? null : result.word());
    }
}
