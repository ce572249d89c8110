package org.lianxin.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.InventedOrders;
import org.lianxin.order.domain.Order;
import org.lianxin.order.store.BackdatedOrders;
import org.lianxin.order.store.OrderStore;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Colleagues who do not exist do with orders what people do, through the same doors. */
@Component
class InventedDeeds implements InventedOrders {

    private static final SystemJob JOB = new SystemJob("order.invented", false);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ScopedTransactions transactions;
    private final OrderActs acts;
    private final OrderStore store;
    private final BackdatedOrders past;
    private final boolean real;

    InventedDeeds(
            ScopedTransactions transactions,
            OrderActs acts,
            OrderStore store,
            BackdatedOrders past,
            @Value("${lianxin.stamp}") String stamp) {
        this.transactions = transactions;
        this.acts = acts;
        this.store = store;
        this.past = past;
        this.real = stamp.equals("PRODUCTION");
    }

    @Override
    public void sign(UUID order, Viewer by) {
        as(by, () -> acts.sign(order, by));
    }

    @Override
    public void report(UUID order, Viewer by, String text) {
        as(by, () -> acts.report(order, by, text));
    }

    @Override
    public void askExtension(UUID id, Viewer by, Duration longer, String reason) {
        as(by, () -> {
            Order order = store.find(id).orElseThrow();
            return acts.askExtension(id, by, order.dueAt().plus(longer), reason);
        });
    }

    @Override
    public void decideExtension(UUID order, Viewer by, boolean grant, String reason) {
        as(by, () -> acts.decideExtension(order, by, grant, reason));
    }

    @Override
    public void giveBack(UUID order, Viewer by, String reason) {
        as(by, () -> acts.returned(order, by, reason));
    }

    @Override
    public void handOver(UUID order, Viewer by, UUID unit, String reason) {
        as(by, () -> acts.handOver(order, by, unit, null, reason));
    }

    @Override
    public void meet(UUID order, Viewer by, String note) {
        as(by, () -> acts.meet(order, by, "done", note));
    }

    @Override
    public void settleLadders(Instant since, Duration patience) {
        refuseInProduction();
        long end = System.nanoTime() + patience.toNanos();
        while (transactions.runAs(JOB, past::isAnyDue) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        transactions.runAs(JOB, () -> past.settle(since));
    }

    @Override
    public List<Open> on(SubjectRef subject) {
        refuseInProduction();
        return transactions.runAs(JOB, () -> past.on(subject));
    }

    @Override
    public List<Open> open(UnitPath below) {
        refuseInProduction();
        return transactions.runAs(JOB, () -> past.open(below));
    }

    private <T> void as(Viewer by, Supplier<T> deed) {
        refuseInProduction();
        transactions.run(by, deed);
    }

    private void refuseInProduction() {
        if (real) {
            throw new IllegalStateException("invented colleagues have no place in an instance stamped PRODUCTION");
        }
    }
}
