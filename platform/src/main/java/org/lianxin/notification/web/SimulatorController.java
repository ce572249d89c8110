package org.lianxin.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.notification.store.SimulatedStore;
import org.lianxin.notification.store.SimulatedStore.Handset;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The invented handsets of a demonstration. In production nothing is here. */
@RestController
@RequestMapping("/api/notification/simulator")
class SimulatorController {

    private static final String SIMULATOR = "simulator";
    private static final int LONGEST_REPLY = 500;

    private final ScopedTransactions transactions;
    private final SimulatedStore store;
    private final Receipts receipts;

    SimulatorController(ScopedTransactions transactions, SimulatedStore store, Receipts receipts) {
        this.transactions = transactions;
        this.store = store;
        this.receipts = receipts;
    }

    record HandsetView(
            UUID id,
            Instant at,
            String channel,
            String toMasked,
            String text,
            String state,
            @Nullable Instant receiptAt,
            @Nullable String reply,
            @Nullable String subject) {

        static HandsetView of(Handset handset) {
            return new HandsetView(
                    handset.id(),
                    handset.at(),
                    handset.channel(),
                    handset.toMasked(),
                    handset.text(),
                    handset.state(),
                    handset.receiptAt(),
                    handset.reply(),
                    handset.subject() == null ? null : handset.subject().toString());
        }
    }

    @GetMapping
    Slice<HandsetView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > 200) {
            throw Refused.of(400, "shared.invalid", "size");
        }
        String query = q == null || q.isBlank() || q.indexOf('\0') >= 0 ? null : q.strip();
        List<Handset> found = outsideProduction(viewer, () -> store.list(after, query, size + 1));
        return Slice.of(
                found.stream().map(HandsetView::of).toList(),
                size,
                view -> view.id().toString());
    }

    record Said(@Nullable String text) {}

    @PostMapping("/{id}/reply")
    ResponseEntity<Void> reply(@PathVariable UUID id, @RequestBody Said said, Viewer viewer) {
        String text = said.text() == null ? "" : said.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_REPLY || text.indexOf('\0') >= 0) {
            throw Refused.of(422, "shared.invalid", "text");
        }
        Handset handset = outsideProduction(viewer, () -> {
            Handset found = store.find(id).orElseThrow(Refused::missing);
            store.reply(id, text);
            return found;
        });
        if (!receipts.repliedTo(handset.key(), SIMULATOR, text)) {
            throw Refused.missing();
        }
        return ResponseEntity.noContent().build();
    }

    record Receipt(@Nullable String state) {}

    @PostMapping("/{id}/receipt")
    ResponseEntity<Void> receipt(@PathVariable UUID id, @RequestBody Receipt receipt, Viewer viewer) {
        boolean delivered = "delivered".equals(receipt.state());
        if (!delivered && !"failed".equals(receipt.state())) {
            throw Refused.of(422, "shared.invalid", "state");
        }
        Handset handset = outsideProduction(viewer, () -> {
            Handset found = store.find(id).orElseThrow(Refused::missing);
            store.settle(id, delivered ? "delivered" : "failed");
            return found;
        });
        receipts.received(SIMULATOR, handset.key(), delivered);
        return ResponseEntity.noContent().build();
    }

    private <T> T outsideProduction(Viewer viewer, Supplier<T> work) {
        return transactions.run(viewer, () -> {
            if (store.isProduction()) {
                throw Refused.missing();
            }
            return work.get();
        });
    }
}
