package org.lianxin.warning.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.StopRequest;
import org.lianxin.warning.domain.StopRequest.Accounts;
import org.lianxin.warning.episode.StopRequests;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money is gone already: asks with what is known that the payment be stopped. */
@RestController
@RequestMapping("/api/warning/episodes/{id}/stop-requests")
class StopController {

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final StopRequests requests;
    private final EpisodeDetails details;

    StopController(
            ScopedTransactions transactions, Idempotency idempotency, StopRequests requests, EpisodeDetails details) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.requests = requests;
        this.details = details;
    }

    /** Only the time is needed. */
    record StopBody(
            @Nullable Instant paidAt,
            @Nullable Long amountCents,
            @Nullable String fromBank,
            @Nullable String fromAccount,
            @Nullable String toBank,
            @Nullable String toAccount,
            @Nullable String toName) {
        @Override
        public String toString() {
            return paidAt + "/" + amountCents;
        }
    }

    /** Kept with the key of the request. */
    record Kept(String episodeId) {}

    @PostMapping
    DetailView ask(Viewer viewer, @PathVariable UUID id, @RequestBody StopBody body) {
        Instant paidAt = body.paidAt();
        if (paidAt == null) {
            throw Refused.of(422, "warning.stop-needs-time");
        }
        StopRequest request = new StopRequest(
                paidAt,
                body.amountCents(),
                new Accounts(
                        text(body.fromBank()),
                        text(body.fromAccount()),
                        text(body.toBank()),
                        text(body.toAccount()),
                        text(body.toName())));
        idempotency.once(viewer, id + " stop " + body, Kept.class, () -> {
            requests.ask(viewer, id, request);
            return new Kept(id.toString());
        });
        return transactions.run(viewer, () -> details.get(viewer, id));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace('\u0000', ' ');
    }
}
