package org.lianxin.warning.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Outcome;
import org.lianxin.warning.episode.Outcomes;
import org.lianxin.warning.episode.Parting;
import org.lianxin.warning.episode.Routes;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changes an episode: outcome, route, split and join. The same request again has no second effect. */
@RestController
@RequestMapping("/api/warning/episodes/{id}")
class EpisodeDeedController {

    private static final int LONGEST_NOTE = 2_000;

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final EpisodeDetails details;
    private final Outcomes outcomes;
    private final Routes routes;
    private final Parting parting;

    EpisodeDeedController(
            ScopedTransactions transactions,
            Idempotency idempotency,
            EpisodeDetails details,
            Outcomes outcomes,
            Routes routes,
            Parting parting) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.details = details;
        this.outcomes = outcomes;
        this.routes = routes;
        this.parting = parting;
    }

    record OutcomeRequest(
            @Nullable String kind,
            @Nullable Long savedCents,
            @Nullable String savedHow,
            @Nullable Long lostCents,
            @Nullable String note,
            @Nullable String belief,
            @Nullable UUID toUnitId,
            @Nullable UUID orderId,
            @Nullable Boolean falseAlarm) {
        @Override
        public String toString() {
            return kind + "/" + savedCents + "/" + savedHow + "/" + lostCents + "/" + toUnitId + "/" + orderId + "/"
                    + falseAlarm;
        }
    }

    record RouteRequest(@Nullable String divisionCode) {}

    record SplitRequest(@Nullable List<UUID> signalIds) {}

    record JoinRequest(@Nullable String otherNumber) {}

    /** Which episode was changed; kept with the key of the request. */
    record Changed(String episodeId) {}

    @PostMapping("/outcomes")
    DetailView record(Viewer viewer, @PathVariable UUID id, @RequestBody OutcomeRequest request) {
        Outcome.Kind kind = Outcome.Kind.find(request.kind() == null ? "" : request.kind())
                .orElseThrow(() -> Refused.of(422, "warning.outcome-kind"));
        String note = request.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.of(422, "warning.note-too-long", LONGEST_NOTE);
        }
        Outcome outcome =
                new Outcome(kind, request.savedCents(), request.savedHow(), request.lostCents(), words(request));
        boolean falseAlarm = Boolean.TRUE.equals(request.falseAlarm());
        return once(
                viewer,
                id,
                request,
                () -> outcomes.record(
                        viewer,
                        new Outcomes.Recording(id, outcome, request.orderId(), request.toUnitId(), falseAlarm)));
    }

    private static @Nullable String words(OutcomeRequest request) {
        String belief = request.belief();
        String note = request.note() == null ? "" : request.note();
        String all = belief == null || belief.isBlank() ? note : "belief: " + belief + "\n" + note;
        return all.isBlank() ? null : all.replace('\u0000', ' ');
    }

    @PostMapping("/route")
    DetailView route(Viewer viewer, @PathVariable UUID id, @RequestBody RouteRequest request) {
        String code = request.divisionCode();
        if (code == null || !code.matches("[0-9]{6,12}")) {
            throw Refused.of(400, "shared.invalid", "divisionCode");
        }
        return once(viewer, id, request, () -> routes.route(viewer, id, code));
    }

    @PostMapping("/split")
    DetailView split(Viewer viewer, @PathVariable UUID id, @RequestBody SplitRequest request) {
        List<UUID> signals = request.signalIds();
        if (signals == null || signals.isEmpty()) {
            throw Refused.of(400, "shared.invalid", "signalIds");
        }
        return once(viewer, id, request, () -> parting.split(viewer, id, signals));
    }

    @PostMapping("/join")
    DetailView join(Viewer viewer, @PathVariable UUID id, @RequestBody JoinRequest request) {
        String other = request.otherNumber();
        if (other == null || other.isBlank()) {
            throw Refused.of(400, "shared.invalid", "otherNumber");
        }
        return once(viewer, id, request, () -> parting.join(viewer, id, other.strip()));
    }

    private DetailView once(Viewer viewer, UUID id, Object request, Runnable work) {
        String command = id + " " + request;
        idempotency.once(viewer, command, Changed.class, () -> {
            work.run();
            return new Changed(id.toString());
        });
        return transactions.run(viewer, () -> details.get(viewer, id));
    }
}
