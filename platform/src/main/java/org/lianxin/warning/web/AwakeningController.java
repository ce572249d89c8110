package org.lianxin.warning.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.awakening.AwakeningSessions;
import org.lianxin.warning.domain.AwakeningSteps.Deed;
import org.lianxin.warning.domain.AwakeningSteps.State;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.web.AwakeningViews.LineView;
import org.lianxin.warning.web.AwakeningViews.SessionView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The awakening room. Every deed answers with the session as it stands; a skipped step is refused with the one that comes first. */
@RestController
class AwakeningController {

    private static final int LONGEST_WORDS = 2_000;
    private static final int MOST_AGREED = 10;

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final AwakeningSessions sessions;
    private final AwakeningViews views;

    AwakeningController(
            ScopedTransactions transactions,
            Idempotency idempotency,
            AwakeningSessions sessions,
            AwakeningViews views) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.sessions = sessions;
        this.views = views;
    }

    record Sessions(List<LineView> items) {}

    /** @param told that it is voluntary and may be left at any time */
    record OpenRequest(@Nullable Boolean told) {}

    record PresenceRequest(@Nullable Boolean present) {}

    record BeliefRequest(@Nullable String belief) {}

    record AnswerRequest(
            @Nullable Integer question, @Nullable Integer option) {}

    record PageRequest(@Nullable String page) {}

    /** @param reason needed to pause and to break off */
    record DeedRequest(@Nullable String deed, @Nullable String reason) {}

    /** @param step the one that is finished; what follows is needed with the last one only */
    record StepRequest(
            @Nullable String step,
            @Nullable String after,
            @Nullable List<String> agreed,
            @Nullable Integer days,
            @Nullable String words) {
        @Override
        public String toString() {
            return step + "/" + after + "/" + agreed + "/" + days;
        }
    }

    /** Kept with the key of the request. */
    record Kept(String id) {}

    @PostMapping("/api/warning/episodes/{id}/awakenings")
    SessionView open(Viewer viewer, @PathVariable UUID id, @RequestBody OpenRequest request) {
        boolean told = Boolean.TRUE.equals(request.told());
        Kept kept = idempotency.once(
                viewer,
                id + " awakening " + told,
                Kept.class,
                () -> new Kept(sessions.open(viewer, id, told).toString()));
        return session(viewer, UUID.fromString(kept.id()));
    }

    @GetMapping("/api/warning/episodes/{id}/awakenings")
    Sessions ofEpisode(Viewer viewer, @PathVariable UUID id) {
        return transactions.run(
                viewer,
                () -> new Sessions(
                        sessions.ofEpisode(id).stream().map(views::line).toList()));
    }

    @GetMapping("/api/warning/awakenings")
    Sessions latest(Viewer viewer) {
        return transactions.run(
                viewer,
                () -> new Sessions(sessions.latest().stream().map(views::line).toList()));
    }

    @GetMapping("/api/warning/awakenings/{id}")
    SessionView get(Viewer viewer, @PathVariable UUID id) {
        return session(viewer, id);
    }

    @PostMapping("/api/warning/awakenings/{id}/presence")
    SessionView presence(Viewer viewer, @PathVariable UUID id, @RequestBody PresenceRequest request) {
        boolean there = given(request.present(), "present");
        return doing(viewer, id, "presence " + there, () -> {
            if (there) {
                sessions.arrive(viewer, id);
            } else {
                sessions.leave(viewer, id);
            }
        });
    }

    @PostMapping("/api/warning/awakenings/{id}/belief")
    SessionView belief(Viewer viewer, @PathVariable UUID id, @RequestBody BeliefRequest request) {
        Belief belief = belief(request.belief(), "belief");
        return doing(viewer, id, "belief " + belief, () -> sessions.believe(viewer, id, belief));
    }

    @PostMapping("/api/warning/awakenings/{id}/answers")
    SessionView answer(Viewer viewer, @PathVariable UUID id, @RequestBody AnswerRequest request) {
        int question = given(request.question(), "question");
        int option = given(request.option(), "option");
        return doing(
                viewer, id, "answer " + question + ":" + option, () -> sessions.answer(viewer, id, question, option));
    }

    @PostMapping("/api/warning/awakenings/{id}/pages")
    SessionView page(Viewer viewer, @PathVariable UUID id, @RequestBody PageRequest request) {
        var page = AwakeningViews.page(request.page());
        return doing(viewer, id, "page " + page, () -> sessions.show(viewer, id, page));
    }

    @PostMapping("/api/warning/awakenings/{id}/steps")
    SessionView step(Viewer viewer, @PathVariable UUID id, @RequestBody StepRequest request) {
        State step = AwakeningViews.step(request.step());
        if (step != State.AGREEING) {
            return doing(viewer, id, "step " + step, () -> sessions.finish(viewer, id, step));
        }
        AwakeningSessions.Ending ending = ending(request);
        return doing(viewer, id, "step " + ending, () -> sessions.conclude(viewer, id, ending));
    }

    private static AwakeningSessions.Ending ending(StepRequest request) {
        List<String> agreed = request.agreed() == null ? List.of() : request.agreed();
        String words = request.words();
        if (words != null && words.length() > LONGEST_WORDS) {
            throw Refused.of(422, "warning.note-too-long", LONGEST_WORDS);
        }
        if (agreed.size() > MOST_AGREED || agreed.stream().anyMatch(java.util.Objects::isNull)) {
            throw Refused.of(422, "shared.invalid", "agreed");
        }
        Belief after = request.after() == null ? null : belief(request.after(), "after");
        return new AwakeningSessions.Ending(after, agreed.stream().distinct().toList(), request.days(), words);
    }

    @PostMapping("/api/warning/awakenings/{id}/deeds")
    SessionView deed(Viewer viewer, @PathVariable UUID id, @RequestBody DeedRequest request) {
        Deed deed = Deed.find(request.deed() == null ? "" : request.deed())
                .orElseThrow(() -> Refused.of(422, "shared.invalid", "deed"));
        String reason = request.reason() == null ? "" : request.reason();
        return doing(viewer, id, deed + " " + reason.hashCode(), () -> {
            switch (deed) {
                case PAUSE -> sessions.pause(viewer, id, reason);
                case RESUME -> sessions.resume(viewer, id);
                case BREAK_OFF -> sessions.breakOff(viewer, id, reason);
                case ARRIVE, LEAVE, BELIEVE, ANSWER, SHOW, FINISH -> throw Refused.of(422, "shared.invalid", "deed");
            }
        });
    }

    private SessionView doing(Viewer viewer, UUID id, String command, Runnable deed) {
        idempotency.once(viewer, id + " " + command, Kept.class, () -> {
            deed.run();
            return new Kept(id.toString());
        });
        return session(viewer, id);
    }

    private SessionView session(Viewer viewer, UUID id) {
        return transactions.run(viewer, () -> views.view(viewer, sessions.get(id)));
    }

    private static Belief belief(@Nullable String word, String field) {
        return Belief.find(word == null ? "" : word).orElseThrow(() -> Refused.of(422, "shared.invalid", field));
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Refused.of(400, "shared.invalid", field);
        }
        return value;
    }
}
