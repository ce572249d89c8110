package org.lianxin.order.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.order.desk.Handling.Deed;
import org.lianxin.order.desk.Handling.Result;
import org.lianxin.order.domain.Actor;
import org.lianxin.order.domain.Order;
import org.lianxin.order.domain.Order.Outcome;
import org.lianxin.order.domain.OrderAction;
import org.lianxin.order.domain.OrderState;
import org.lianxin.order.store.OrderStore;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** The door. */
@Component
class OrderDesk implements Orders {

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final Issuing issuing;
    private final Handling handling;
    private final OrderViews views;
    private final Units units;

    OrderDesk(
            ScopedTransactions transactions,
            OrderStore store,
            Issuing issuing,
            Handling handling,
            OrderViews views,
            Units units) {
        this.transactions = transactions;
        this.store = store;
        this.issuing = issuing;
        this.handling = handling;
        this.views = views;
        this.units = units;
    }

    @Override
    public List<UUID> issue(List<IssueOrder> commands) {
        return issuing.issue(
                commands.stream().map(each -> new Issuing.Command(each, null)).toList());
    }

    @Override
    public SignResult sign(UUID order, Viewer by) {
        return switch (handling.sign(order, Actor.of(by))) {
            case Result.Done(Order signed) -> new SignResult.Signed(signed.id());
            case Result.Missing() -> new SignResult.Missing();
            case Result.Refused(Order seen, var reason) ->
                seen.state() == OrderState.SIGNED || seen.state() == OrderState.EXTENSION_ASKED
                        ? new SignResult.SignedBySomebodyElse(name(seen.life().signedBy()))
                        : new SignResult.Closed(
                                seen.isOpen() ? reason.key() : seen.state().word());
        };
    }

    private String name(@org.jspecify.annotations.Nullable UUID staff) {
        return Optional.ofNullable(staff)
                .flatMap(units::findStaff)
                .map(StaffRef::name)
                .orElse("");
    }

    @Override
    public void meet(UUID order, String outcomeCode, String note) {
        Actor actor = actor();
        transactions.runAs(
                Issuing.DOOR,
                () -> handling.close(
                        store.find(order).orElseThrow(() -> new IllegalArgumentException("no order " + order)),
                        new Deed(OrderAction.MEET, actor, outcomeCode),
                        (open, now) -> open.met(actor.staff(), now, new Outcome(outcomeCode, note))));
    }

    @Override
    public int withdrawOpen(SubjectRef subject, List<String> kinds, String reason) {
        Deed deed = new Deed(OrderAction.WITHDRAW, actor(), reason);
        Outcome outcome = new Outcome(OrderState.WITHDRAWN.word(), reason);
        return transactions.runAs(Issuing.DOOR, () -> (int) store.list(subject).stream()
                .filter(order -> kinds.isEmpty() || kinds.contains(order.task().kind()))
                .filter(order ->
                        handling.close(order, deed, (open, now) -> open.closed(OrderState.WITHDRAWN, now, outcome)))
                .count());
    }

    /** OR-12. */
    @Override
    public Optional<UUID> takeNext(Viewer viewer, List<String> kinds) {
        Optional<Order> next = store.lockNext(viewer.unitId(), viewer.staffId(), kinds);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        UUID order = next.get().id();
        return sign(order, viewer) instanceof SignResult.Signed ? Optional.of(order) : Optional.empty();
    }

    @Override
    public Optional<OrderView> find(UUID order) {
        return store.find(order).map(found -> views.of(List.of(found), actor()).getFirst());
    }

    @Override
    public List<OrderView> onSubject(SubjectRef subject) {
        return views.of(store.list(subject), actor());
    }

    @Override
    public Map<UUID, List<OrderView>> onSubjects(String module, Collection<UUID> ids) {
        return views.of(store.list(module, ids), actor()).stream()
                .collect(Collectors.groupingBy(view -> view.subject().id()));
    }

    private Actor actor() {
        ScopedTransactions.Actor current = transactions.actor();
        Viewer viewer = current.viewer();
        return viewer == null ? Actor.service(current.name()) : Actor.of(viewer);
    }
}
