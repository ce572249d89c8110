package org.lianxin.audit.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.store.Holds;
import org.lianxin.audit.store.Holds.Hold;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is kept past its term: listed, made and lifted by the privacy officer, who sees no content by it. */
@RestController
@RequestMapping("/api/audit/holds")
class HoldController {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final Holds holds;
    private final Subjects subjects;
    private final Clock clock;

    HoldController(Holds holds, Subjects subjects, Clock clock) {
        this.holds = holds;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @param subject the number of a case, or the subject as the log shows it */
    record Asked(
            @Nullable String subject,
            @Nullable String reason,
            @Nullable Instant until) {}

    record HoldView(String id, String subject, String reason, String madeBy, Instant madeAt, Instant until) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id().toString(),
                    hold.subject().toString(),
                    hold.reason(),
                    hold.madeBy(),
                    hold.madeAt(),
                    hold.until());
        }
    }

    record HoldList(List<HoldView> items) {}

    @GetMapping
    HoldList list(Viewer viewer) {
        return new HoldList(holds.list(viewer).stream().map(HoldView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HoldView make(Viewer viewer, @RequestBody Asked asked) {
        SubjectRef subject = subjects.find(asked.subject == null ? "" : asked.subject.strip())
                .orElseThrow(() -> Refused.of(422, "audit.unknown-subject"));
        return HoldView.of(holds.make(viewer, subject, reason(asked), until(asked)));
    }

    @PostMapping("/{id}/lift")
    HoldView lift(Viewer viewer, @PathVariable UUID id) {
        return HoldView.of(holds.lift(viewer, id).orElseThrow(Refused::missing));
    }

    private static String reason(Asked asked) {
        String reason = asked.reason == null ? "" : asked.reason.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refused.of(422, "audit.hold-reason");
        }
        return reason;
    }

    private Instant until(Asked asked) {
        Instant now = clock.instant();
        Instant until = asked.until;
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refused.of(422, "audit.hold-until");
        }
        return until;
    }
}
