package org.lianxin.order.desk;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.Cases;
import org.lianxin.order.domain.Order;
import org.lianxin.order.store.OrderStore;
import org.lianxin.shared.Refused;
import org.springframework.stereotype.Component;

/** OR-18: a case that is open always has an open order; nobody ends the last one by hand, without an outcome. */
@Component
class LastOrder {

    /** These ask for attention; they do not carry the work on. */
    private static final List<String> BESIDE = List.of(Follow.NOTICE, CallingForHelp.HELP);

    private final ScopedTransactions transactions;
    private final OrderStore store;
    private final List<Cases> cases;

    LastOrder(ScopedTransactions transactions, OrderStore store, List<Cases> cases) {
        this.transactions = transactions;
        this.store = store;
        this.cases = cases;
    }

    /** Refuses when the order may not be met or withdrawn by hand now. */
    void refuseToEnd(UUID id) {
        Order order = store.find(id).orElseThrow(Refused::missing);
        if (BESIDE.contains(order.task().kind()) || !isCaseOpen(order)) {
            return;
        }
        boolean last = transactions.runAs(
                Issuing.DOOR,
                () -> store.list(order.task().subject()).stream()
                        .filter(Order::isOpen)
                        .filter(each -> !BESIDE.contains(each.task().kind()))
                        .allMatch(each -> each.id().equals(id)));
        if (last && order.isOpen()) {
            throw Refused.of(409, "order.last-of-case");
        }
    }

    private boolean isCaseOpen(Order order) {
        return cases.stream()
                .filter(each -> each.module().equals(order.task().subject().module()))
                .anyMatch(each -> transactions.runAs(
                        Issuing.DOOR, () -> each.isOpen(order.task().subject().id())));
    }
}
