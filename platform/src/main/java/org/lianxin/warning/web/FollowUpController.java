package org.lianxin.warning.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.FollowUp;
import org.lianxin.warning.episode.FollowUps;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came of asking a person again at 1, 7 and 30 days, or of a loss that was told in between. */
@RestController
@RequestMapping("/api/warning/episodes/{id}/follow-ups")
class FollowUpController {

    private static final int LONGEST_NOTE = 2_000;

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final FollowUps followUps;
    private final EpisodeDetails details;

    FollowUpController(
            ScopedTransactions transactions, Idempotency idempotency, FollowUps followUps, EpisodeDetails details) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.followUps = followUps;
        this.details = details;
    }

    /** @param lostCents needed where the result is {@code lost} */
    record AnswerRequest(
            @Nullable String result,
            @Nullable Long lostCents,
            @Nullable String note) {}

    /** Kept with the key of the request. */
    record Kept(String episodeId) {}

    @PostMapping
    DetailView answer(Viewer viewer, @PathVariable UUID id, @RequestBody AnswerRequest request) {
        String word = request.result() == null ? "" : request.result();
        FollowUp.Result result =
                FollowUp.Result.find(word).orElseThrow(() -> Refused.of(400, "shared.invalid", "result"));
        String note = request.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.of(422, "warning.note-too-long", LONGEST_NOTE);
        }
        String command = id + " follow-up " + word + " " + request.lostCents();
        idempotency.once(viewer, command, Kept.class, () -> {
            followUps.record(viewer, new FollowUps.Answer(id, result, request.lostCents(), note));
            return new Kept(id.toString());
        });
        return transactions.run(viewer, () -> details.get(viewer, id));
    }
}
