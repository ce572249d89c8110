package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Masks;
import org.lianxin.warning.domain.StopRequest.Accounts;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.StopBook;
import org.lianxin.warning.episode.StopBook.Asked;
import org.springframework.stereotype.Component;

/** Payments that somebody was asked to stop, with the order they wait on. */
@Component
class StopViews {

    private final StopBook book;
    private final Units units;

    StopViews(StopBook book, Units units) {
        this.book = book;
        this.units = units;
    }

    /**
     * @param state of the order; null where the reader does not see it
     * @param unit told to stop it
     * @param onDuty whether that unit has the duty; where none has, the centre's own is told
     */
    record StopView(
            String id,
            Instant askedAt,
            String by,
            Instant paidAt,
            @Nullable Long amountCents,
            @Nullable String orderId,
            @Nullable String state,
            @Nullable String unit,
            boolean onDuty,
            @Nullable String holder,
            @Nullable Instant dueAt) {}

    /** Call in the viewer's transaction. */
    List<StopView> view(EpisodeRow episode, List<OrderView> on) {
        var orders = on.stream().collect(Collectors.toMap(OrderView::id, Function.identity()));
        return book.list(episode.id()).stream()
                .map(asked -> view(asked, orders.get(asked.orderId())))
                .toList();
    }

    private StopView view(Asked asked, @Nullable OrderView order) {
        return new StopView(
                asked.id().toString(),
                asked.at(),
                units.findStaff(asked.staffId()).map(StaffRef::name).orElse(""),
                asked.paidAt(),
                asked.amountCents(),
                order == null ? null : order.id().toString(),
                order == null ? null : order.state(),
                order == null ? null : order.to().unitName(),
                order != null && hasDuty(order.to().unitId()),
                order == null ? null : order.holder(),
                order == null ? null : order.dueAt());
    }

    private boolean hasDuty(UUID unit) {
        return units.withDuty(unit, "stop-payment")
                .map(UnitRef::id)
                .filter(unit::equals)
                .isPresent();
    }

    /** What is known of a payment, its numbers masked. */
    record PaymentView(
            String id,
            @Nullable String fromBank,
            @Nullable String fromAccount,
            @Nullable String toBank,
            @Nullable String toAccount,
            @Nullable String toName) {}

    /** Call in a transaction with a purpose. */
    List<PaymentView> opened(UUID episode) {
        return book.open(episode).stream()
                .map(each -> payment(each.id(), each.accounts()))
                .toList();
    }

    private static PaymentView payment(UUID id, Accounts accounts) {
        return new PaymentView(
                id.toString(),
                accounts.fromBank(),
                masked(accounts.fromAccount()),
                accounts.toBank(),
                masked(accounts.toAccount()),
                accounts.toName());
    }

    private static @Nullable String masked(@Nullable String account) {
        return account == null ? null : Masks.account(account);
    }
}
