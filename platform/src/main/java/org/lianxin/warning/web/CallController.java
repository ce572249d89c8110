package org.lianxin.warning.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.callercode.CallerCode;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.CallSteps;
import org.lianxin.warning.episode.CallBook.Said;
import org.lianxin.warning.episode.Calls;
import org.lianxin.warning.episode.PersonalContent.Phone;
import org.lianxin.warning.web.EpisodeContentController.ContentReads;
import org.lianxin.warning.web.EpisodeDetails.DetailView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls to a person and the codes that prove them genuine. Numbers are named by id: nobody has to see one to dial it. */
@RestController
@RequestMapping("/api/warning/episodes/{id}")
class CallController {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_WAY = 40;
    private static final String DISSUADE = "dissuade";

    private final ScopedTransactions transactions;
    private final Idempotency idempotency;
    private final ContentReads reads;
    private final Calls calls;
    private final CallerCodes codes;
    private final EpisodeDetails details;

    CallController(
            ScopedTransactions transactions,
            Idempotency idempotency,
            ContentReads reads,
            Calls calls,
            CallerCodes codes,
            EpisodeDetails details) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.reads = reads;
        this.calls = calls;
        this.codes = codes;
        this.details = details;
    }

    record CallRequest(@Nullable String phoneId, @Nullable UUID orderId) {}

    record PlacedView(String callId, CallerCode callerCode, String state) {}

    /** What is kept with the key of the request: never the code, nor any part of a number. */
    record Placed(UUID callId) {}

    /**
     * @param belief how the person took it at the end
     * @param way all beliefs seen, in their order
     * @param scriptType whose script was spoken, in which version; both or neither
     */
    record ResultRequest(
            @Nullable String result,
            @Nullable String note,
            @Nullable String belief,
            @Nullable List<String> way,
            @Nullable String scriptType,
            @Nullable Integer scriptVersion) {}

    record Noted(String callId) {}

    /** The same request again gets the same call and a fresh code (WA-34); call and first code commit together. */
    @PostMapping("/calls")
    PlacedView call(Viewer viewer, @PathVariable UUID id, @RequestBody CallRequest request) {
        Phone phone = phone(viewer, id, request);
        String command = id + " call " + phone.id();
        return transactions.run(viewer, () -> {
            Placed placed =
                    idempotency.once(viewer, command, Placed.class, () -> new Placed(calls.place(viewer, id, phone)));
            return new PlacedView(placed.callId().toString(), code(viewer, id, phone.number()), "ringing");
        });
    }

    @PostMapping("/caller-codes")
    CallerCode makeCode(Viewer viewer, @PathVariable UUID id, @RequestBody CallRequest request) {
        Phone phone = phone(viewer, id, request);
        return transactions.run(viewer, () -> code(viewer, id, phone.number()));
    }

    private CallerCode code(Viewer viewer, UUID id, PhoneNumber number) {
        return codes.issue(viewer, id, number, DISSUADE);
    }

    /** Hangs up on the exchange; what came of the call is recorded apart. */
    @PostMapping("/calls/{callId}/hang-up")
    ResponseEntity<Void> hangUp(Viewer viewer, @PathVariable UUID id, @PathVariable UUID callId) {
        transactions.run(viewer, () -> {
            calls.hangUp(viewer, id, callId);
            return true;
        });
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/calls/{callId}/result")
    DetailView result(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID callId, @RequestBody ResultRequest request) {
        String note = request.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.of(422, "warning.note-too-long", LONGEST_NOTE);
        }
        String word = request.result() == null ? "" : request.result();
        CallSteps.Heard heard =
                CallSteps.Heard.result(word).orElseThrow(() -> Refused.of(422, "warning.call-result", word));
        Calls.Result result = new Calls.Result(callId, heard, note, said(request));
        String command = callId + " " + word;
        idempotency.once(viewer, command, Noted.class, () -> {
            calls.result(viewer, id, result);
            return new Noted(callId.toString());
        });
        return transactions.run(viewer, () -> details.get(viewer, id));
    }

    private static @Nullable Said said(ResultRequest request) {
        if (request.belief() == null || request.scriptType() == null || request.scriptVersion() == null) {
            return null;
        }
        List<String> way = request.way() == null ? List.of(request.belief()) : request.way();
        if (way.size() > LONGEST_WAY) {
            throw Refused.of(422, "shared.invalid", "way");
        }
        return new Said(
                belief("belief", request.belief()),
                way.stream().map(each -> belief("way", each)).toList(),
                request.scriptType(),
                request.scriptVersion());
    }

    private static Belief belief(String field, String word) {
        return Belief.find(word).orElseThrow(() -> Refused.of(422, "shared.invalid", field));
    }

    private Phone phone(Viewer viewer, UUID id, CallRequest request) {
        transactions.run(viewer, () -> calls.requireCallable(id));
        ContentReads.Asking asking = new ContentReads.Asking(id, reads.usualPurpose(viewer), request.orderId(), null);
        return reads.use(
                viewer,
                asking,
                List.of("phone"),
                dossier -> dossier.phones().stream()
                        .filter(each -> request.phoneId() == null || each.id().equals(request.phoneId()))
                        .findFirst()
                        .orElseThrow(Refused::missing));
    }
}
