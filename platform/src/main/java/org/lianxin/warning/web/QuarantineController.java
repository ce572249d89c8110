package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Action;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.stream.Quarantine;
import org.lianxin.warning.stream.Quarantine.Counts;
import org.lianxin.warning.stream.QuarantineDecisions;
import org.lianxin.warning.stream.QuarantineRow;
import org.lianxin.warning.stream.QuarantineState;
import org.lianxin.warning.stream.Streams;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came over Kafka and could not be taken: why, and what becomes of it. Never what it says. */
@RestController
@RequestMapping("/api/warning/quarantine")
class QuarantineController {

    private final ScopedTransactions transactions;
    private final Quarantine quarantine;
    private final QuarantineDecisions decisions;
    private final Streams streams;

    QuarantineController(
            ScopedTransactions transactions, Quarantine quarantine, QuarantineDecisions decisions, Streams streams) {
        this.transactions = transactions;
        this.quarantine = quarantine;
        this.decisions = decisions;
        this.streams = streams;
    }

    record RecordView(
            String id,
            String topic,
            int partition,
            String offset,
            int bytes,
            String source,
            Instant cameAt,
            String state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<Map<String, String>> reasons,
            List<Action> actions) {}

    /** @param state listening, no-broker, no-database or no-unit, on the node that answers */
    record StreamView(String topic, String source, String state) {}

    record QuarantineView(List<RecordView> items, @Nullable String next, Counts counts, List<StreamView> streams) {}

    @GetMapping
    QuarantineView list(
            Viewer viewer,
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int size) {
        QuarantineState asked =
                QuarantineState.find(state).orElseThrow(() -> Refused.of(422, "shared.invalid", "state"));
        return transactions.run(viewer, () -> {
            Slice<QuarantineRow> rows = quarantine.list(asked, after, Math.clamp(size, 1, 200));
            return new QuarantineView(
                    rows.items().stream().map(QuarantineController::view).toList(),
                    rows.next(),
                    quarantine.counts(),
                    streams.within(viewer).stream()
                            .map(each -> new StreamView(
                                    each.topic(), each.source(), each.state().word()))
                            .toList());
        });
    }

    @PostMapping("/{id}/again")
    RecordView takeAgain(Viewer viewer, @PathVariable UUID id) {
        return decide(viewer, () -> decisions.takeAgain(id));
    }

    @PostMapping("/{id}/set-aside")
    RecordView setAside(Viewer viewer, @PathVariable UUID id) {
        return decide(viewer, () -> decisions.setAside(id));
    }

    private RecordView decide(Viewer viewer, Supplier<QuarantineRow> deed) {
        return view(transactions.run(viewer, deed));
    }

    private static RecordView view(QuarantineRow row) {
        return new RecordView(
                row.id().toString(),
                row.topic(),
                row.partition(),
                Long.toString(row.offset()),
                row.bytes(),
                row.source(),
                row.cameAt(),
                row.state().word(),
                row.decidedBy(),
                row.decidedAt(),
                ProblemWords.errors(row.problems()),
                List.of(action("again", row), action("set-aside", row)));
    }

    private static Action action(String name, QuarantineRow row) {
        return row.state() == QuarantineState.WAITING
                ? Action.open(name)
                : Action.closed(name, Words.say("warning.refused.quarantine-decided"));
    }
}
