package org.lianxin.warning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.FamilyBasis;
import org.lianxin.warning.domain.Search;
import org.lianxin.warning.domain.Track;
import org.lianxin.warning.episode.TrackReports;
import org.lianxin.warning.episode.Tracks;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nobody answers: the tracks are opened from the episode; who goes one of them knows its order only. */
@RestController
@RequestMapping("/api/warning")
class TrackController {

    private static final int LONGEST_NOTE = 500;
    private static final int MOST = 20;

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final Tracks tracks;
    private final TrackReports reports;
    private final EpisodeDetails details;

    TrackController(
            ScopedTransactions transactions,
            Idempotency idempotency,
            Tracks tracks,
            TrackReports reports,
            EpisodeDetails details) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.tracks = tracks;
        this.reports = reports;
        this.details = details;
    }

    /**
     * @param basis needed for family: consent, danger or duty
     * @param words how consent is known, or which law lays the duty down
     * @param unitId the partner who goes this way; may be missing
     */
    record OneTrack(
            @Nullable String track,
            @Nullable String basis,
            @Nullable String words,
            @Nullable UUID unitId) {
        @Override
        public String toString() {
            return track + "/" + basis + "/" + unitId;
        }
    }

    record OpenRequest(@Nullable List<OneTrack> tracks) {}

    /** Kept with the key of the request. */
    record Opened(String episodeId) {}

    @PostMapping("/episodes/{id}/tracks")
    DetailView open(Viewer viewer, @PathVariable UUID id, @RequestBody OpenRequest request) {
        List<OneTrack> asked = request.tracks();
        if (asked == null || asked.isEmpty() || asked.size() > MOST) {
            throw Refused.of(400, "shared.invalid", "tracks");
        }
        List<Tracks.Opening> openings = new ArrayList<>();
        for (OneTrack each : asked) {
            Track track = Track.find(each.track() == null ? "" : each.track())
                    .orElseThrow(() -> Refused.of(422, "shared.invalid", "track"));
            openings.add(new Tracks.Opening(
                    new Search.Asked(track, basis(each.basis()), note(each.words())), each.unitId()));
        }
        idempotency.once(viewer, id + " tracks " + asked, Opened.class, () -> {
            tracks.open(viewer, id, openings);
            return new Opened(id.toString());
        });
        return transactions.run(viewer, () -> details.get(viewer, id));
    }

    private static @Nullable FamilyBasis basis(@Nullable String word) {
        return word == null || word.isBlank()
                ? null
                : FamilyBasis.find(word).orElseThrow(() -> Refused.of(422, "shared.invalid", "basis"));
    }

    private static @Nullable String note(@Nullable String text) {
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Refused.of(422, "warning.note-too-long", LONGEST_NOTE);
        }
        return text == null ? null : text.replace('\u0000', ' ');
    }

    /** @param ask what is asked of whoever goes this way, as a sentence */
    record ToldView(String name, @Nullable String address, String ask) {}

    @PostMapping("/tracks/{id}/told")
    ToldView told(Viewer viewer, @PathVariable UUID id) {
        TrackReports.Person person = reports.tell(viewer, id);
        return new ToldView(person.name(), person.address(), Words.say("warning.track-ask"));
    }

    /** @param result found or not-found */
    record ReportRequest(@Nullable String result, @Nullable String note) {}

    record Reported(String orderId, String result) {}

    @PostMapping("/tracks/{id}/report")
    Reported report(Viewer viewer, @PathVariable UUID id, @RequestBody ReportRequest request) {
        String word = request.result() == null ? "" : request.result();
        boolean found = word.equals("found");
        if (!found && !word.equals("not-found")) {
            throw Refused.of(422, "shared.invalid", "result");
        }
        String note = note(request.note());
        return idempotency.once(viewer, id + " track " + word, Reported.class, () -> {
            reports.report(viewer, new TrackReports.Report(id, found, note));
            return new Reported(id.toString(), word);
        });
    }
}
