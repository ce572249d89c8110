package org.lianxin.order.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.audit.store.ScopedDatabase;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.Notifications;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.order.store.JdbcStores;
import org.lianxin.order.store.LadderStore;
import org.lianxin.order.store.OrderStore;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;

/** The order module on a real database, wired by hand, with a small Tongliao. */
public final class OrderWorld implements AutoCloseable {

    public static final String CITY = "15.1505.";
    public static final String COUNTY = "15.1505.150581.";
    public static final String STATION = "15.1505.150581.01.";
    public static final String OTHER_STATION = "15.1505.150581.02.";
    static final SystemJob JOB = new SystemJob("test.job", false);

    public final ScopedDatabase database;
    public final ScopedTransactions transactions;
    public final InMemoryUnits units = InMemoryUnits.tongliao();
    public final OrderStore store;
    public final LadderStore ladders;
    public final Orders orders;
    final Handling handling;
    final Follow follow;
    final LadderRunner runner;
    final List<Notifications.NewMessage> sent = Collections.synchronizedList(new ArrayList<>());
    final List<Change> told = Collections.synchronizedList(new ArrayList<>());
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    public OrderWorld(int connections) {
        database = ScopedDatabase.fresh(connections);
        transactions = database.transactions();
        store = JdbcStores.orders(database.jdbc());
        ladders = JdbcStores.ladders(database.jdbc());
        ApplicationEventPublisher publisher = events::add;
        Issuing issuing = new Issuing(transactions, store, ladders, units, told::addAll);
        handling = new Handling(transactions, store, ladders, told::addAll, publisher);
        follow = new Follow(transactions, store, handling, issuing, publisher);
        runner = new LadderRunner(
                store,
                ladders,
                new Escalation(units),
                issuing,
                new LadderRunner.Tell(new Sent(), told::addAll, publisher));
        orders = new OrderDesk(transactions, store, issuing, handling, new OrderViews(store, ladders, units), units);
    }

    private final class Sent implements Notifications {
        @Override
        public void send(List<NewMessage> messages) {
            sent.addAll(messages);
        }

        @Override
        public List<MessageView> onSubject(SubjectRef subject) {
            return List.of();
        }
    }

    public Viewer officer(String path, DataScope scope, Role... roles) {
        Viewer viewer = ScopedDatabase.viewer(path, scope, roles);
        units.person(viewer.staffId(), viewer.name(), path);
        return viewer;
    }

    public static IssueOrder visit(String cause) {
        return order("visit", cause, STATION, "warning.high.visit", Duration.ofMinutes(30));
    }

    public static IssueOrder order(String kind, String cause, String to, String ladder, Duration within) {
        return new IssueOrder(
                kind,
                "上门见面劝阻：包*兰",
                null,
                new SubjectRef("warning", InMemoryUnits.id(cause)),
                cause,
                InMemoryUnits.id(to),
                null,
                InMemoryUnits.id(CITY),
                within,
                ladder,
                Urgency.MONEY_IN_MOTION,
                80);
    }

    public UUID issue(IssueOrder command) {
        return issueAll(List.of(command)).getFirst();
    }

    public List<UUID> issueAll(List<IssueOrder> commands) {
        return transactions.runAs(JOB, () -> orders.issue(commands));
    }

    public OrderView view(UUID order) {
        return transactions.runAs(
                JOB,
                () -> orders.onSubject(store.find(order).orElseThrow().task().subject()).stream()
                        .filter(view -> view.id().equals(order))
                        .findFirst()
                        .orElseThrow());
    }

    public List<OrderView> onSubjectOf(String cause) {
        return transactions.runAs(JOB, () -> orders.onSubject(new SubjectRef("warning", InMemoryUnits.id(cause))));
    }

    /** Moves the database's clock, as only a BENCH instance may. */
    public void pass(Duration time) {
        database.jdbc()
                .sql("select runtime.shift_clock(make_interval(secs => :s))")
                .param("s", time.toMillis() / 1000.0)
                .query(row -> {});
    }

    /** One round of the poll. */
    public int fireDue() {
        var claims = transactions.runAs(JOB, () -> runner.claim("test", 200));
        return claims.isEmpty() ? 0 : transactions.runAs(JOB, () -> runner.fire("test", claims));
    }

    public static String cause() {
        return "warning/" + Uuid7.next() + "/visit/1";
    }

    @Override
    public void close() {
        database.close();
    }
}
