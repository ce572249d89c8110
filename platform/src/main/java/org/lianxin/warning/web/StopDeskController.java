package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.StopRequest.Accounts;
import org.lianxin.warning.episode.StopBook.Asked;
import org.lianxin.warning.episode.StopBook.Sealed;
import org.lianxin.warning.episode.StopDesk;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Those on duty to stop a payment see which accounts it is about, once they have signed for the order. */
@RestController
class StopDeskController {

    private final StopDesk desk;

    StopDeskController(StopDesk desk) {
        this.desk = desk;
    }

    /** What is to be stopped; the numbers whole, since they are what is typed at the bank. */
    record PaymentView(
            String id,
            Instant paidAt,
            @Nullable Long amountCents,
            @Nullable String fromBank,
            @Nullable String fromAccount,
            @Nullable String toBank,
            @Nullable String toAccount,
            @Nullable String toName) {
        @Override
        public String toString() {
            return "PaymentView " + id;
        }
    }

    record PaymentsView(List<PaymentView> items) {}

    @PostMapping("/api/warning/stop-orders/{id}/accounts")
    PaymentsView open(Viewer viewer, @PathVariable UUID id) {
        StopDesk.Payments payments = desk.open(viewer, id);
        return new PaymentsView(payments.asked().stream()
                .map(asked -> view(asked, payments.known()))
                .toList());
    }

    private static PaymentView view(Asked asked, List<Sealed> known) {
        Optional<Accounts> accounts = known.stream()
                .filter(each -> each.id().equals(asked.id()))
                .map(Sealed::accounts)
                .findFirst();
        return new PaymentView(
                asked.id().toString(),
                asked.paidAt(),
                asked.amountCents(),
                accounts.map(Accounts::fromBank).orElse(null),
                accounts.map(Accounts::fromAccount).orElse(null),
                accounts.map(Accounts::toBank).orElse(null),
                accounts.map(Accounts::toAccount).orElse(null),
                accounts.map(Accounts::toName).orElse(null));
    }
}
