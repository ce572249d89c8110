package org.lianxin.warning.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.domain.SignalCheck.Verdict;
import org.lianxin.warning.intake.Busy;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Receipt;
import org.lianxin.warning.intake.Receipt.Outcome;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.intake.SignalJson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signals from machines and clerks. 201 only after the commit; the same again 200; the same id with other content 409. */
@RestController
@RequestMapping("/api/warning/signals")
class SignalController {

    private static final int MOST_AT_ONCE = 500;

    private final Intake intake;
    private final Senders senders;
    private final Clock clock;

    SignalController(Intake intake, Senders senders, Clock clock) {
        this.intake = intake;
        this.senders = senders;
        this.clock = clock;
    }

    /** @param outcome accepted, merged or history */
    record TakenView(String signalId, String sourceId, String episodeNumber, String outcome) {
        static TakenView of(Receipt receipt) {
            return new TakenView(
                    receipt.signalId().toString(),
                    receipt.sourceId(),
                    receipt.episodeNumber(),
                    receipt.outcome().word());
        }
    }

    /** @param errors of this item, empty when it was taken */
    record ItemView(int index, int status, @Nullable TakenView signal, List<Map<String, String>> errors) {}

    @PostMapping
    ResponseEntity<TakenView> submit(@Nullable Viewer viewer, @Nullable ClientApp client, @RequestBody JsonNode body) {
        Sender sender = senders.of(viewer, client, null);
        Signal signal = switch (check(body)) {
            case Verdict.Taken taken -> taken.signal();
            case Verdict.Rejected rejected -> throw invalid(rejected.problems());
        };
        Receipt receipt = accept(sender, signal);
        return ResponseEntity.status(status(receipt)).body(TakenView.of(receipt));
    }

    private Receipt accept(Sender sender, Signal signal) {
        Receipt receipt = orBusy("warning.refused.busy", () -> intake.accept(sender, signal));
        if (receipt.outcome() == Outcome.CONFLICT) {
            throw Refused.of(409, "warning.conflict", receipt.sourceId());
        }
        return receipt;
    }

    private static <T> T orBusy(String sentence, Supplier<T> work) {
        try {
            return work.get();
        } catch (Busy e) {
            throw new Refused(429, "warning.busy", Words.say(sentence), Map.of("retryAfterSeconds", 1));
        }
    }

    @PostMapping("/batch")
    Map<String, List<ItemView>> submitBatch(
            @Nullable Viewer viewer, @Nullable ClientApp client, @RequestBody List<JsonNode> body) {
        if (body.size() > MOST_AT_ONCE) {
            throw Refused.of(413, "warning.batch-too-large", MOST_AT_ONCE);
        }
        Sender sender = senders.of(viewer, client, null);
        ItemView[] items = new ItemView[body.size()];
        List<Intake.Row> good = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            switch (check(body.get(i))) {
                case Verdict.Taken taken -> good.add(new Intake.Row(i, taken.signal()));
                case Verdict.Rejected rejected ->
                    items[i] = new ItemView(i, 422, null, ProblemWords.errors(rejected.problems()));
            }
        }
        List<Receipt> receipts = orBusy("warning.refused.batch-busy", () -> intake.acceptBatch(sender, good));
        for (int i = 0; i < receipts.size(); i++) {
            int index = good.get(i).number();
            items[index] = item(index, receipts.get(i));
        }
        return Map.of("items", List.of(items));
    }

    private static ItemView item(int index, Receipt receipt) {
        if (receipt.outcome() == Outcome.CONFLICT) {
            Problem conflict = new Problem("sourceId", "conflict", List.of());
            return new ItemView(index, 409, null, ProblemWords.errors(List.of(conflict)));
        }
        return new ItemView(index, status(receipt), TakenView.of(receipt), List.of());
    }

    private static int status(Receipt receipt) {
        return receipt.duplicate() ? 200 : 201;
    }

    private Verdict check(JsonNode body) {
        return SignalJson.check(body, clock.instant());
    }

    private static Refused invalid(List<Problem> problems) {
        List<Map<String, String>> errors = ProblemWords.errors(problems);
        return new Refused(
                422,
                "warning.invalid-signal",
                Words.say(
                        "warning.refused.invalid-signal",
                        String.valueOf(errors.getFirst().get("message"))),
                Map.of("errors", errors));
    }
}
