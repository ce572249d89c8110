package org.lianxin.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.notification.store.MessageStore;
import org.lianxin.notification.store.MessageStore.Stored;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages of which nobody knows whether they went out: a person looks and decides, the service never repeats them. */
@RestController
@RequestMapping("/api/notification/uncertain")
class MessageController {

    private static final int MOST = 200;

    private final ScopedTransactions transactions;
    private final MessageStore store;
    private final AuditLog audit;

    MessageController(ScopedTransactions transactions, MessageStore store, AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
    }

    record UncertainView(
            UUID id,
            Instant at,
            String channel,
            String toMasked,
            String template,
            @Nullable String subject,
            @Nullable String problem) {

        static UncertainView of(Stored message) {
            return new UncertainView(
                    message.id(),
                    message.at(),
                    message.channel(),
                    message.toMasked(),
                    message.template(),
                    message.subject() == null ? null : message.subject().toString(),
                    message.problem());
        }
    }

    record Uncertain(List<UncertainView> items) {}

    @GetMapping
    Uncertain list(Viewer viewer) {
        return new Uncertain(transactions.run(
                viewer,
                () -> store.uncertain(MOST).stream().map(UncertainView::of).toList()));
    }

    /** @param as sent, failed or again */
    record Decision(@Nullable String as) {}

    @PostMapping("/{id}/settle")
    ResponseEntity<Void> settle(@PathVariable UUID id, @RequestBody Decision decision, Viewer viewer) {
        String state = switch (String.valueOf(decision.as())) {
            case "sent" -> "sent";
            case "failed" -> "failed";
            case "again" -> "queued";
            default -> throw Refused.of(422, "shared.invalid", "as");
        };
        transactions.run(viewer, () -> {
            if (!store.settle(id, state)) {
                throw Refused.missing();
            }
            audit.deed(new Deed("notification.settled", null, 1, "done", id + " " + state));
            return true;
        });
        return ResponseEntity.noContent().build();
    }
}
