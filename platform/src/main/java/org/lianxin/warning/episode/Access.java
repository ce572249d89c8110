package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may look at a person's data, for what: a clerk to dissuade, to find an address or to check a joining; an officer for a visit that
 * was ordered. What has ended is opened for a typed reason only (WA-43).
 */
@Component
public class Access {

    private static final SystemJob JOB = new SystemJob("warning.access", false);
    private static final int SHORTEST_REASON = 2;
    private static final List<String> VISITS = List.of("visit", "search", "take-over");

    private final ScopedTransactions transactions;
    private final Orders orders;
    private final JdbcClient jdbc;

    Access(ScopedTransactions transactions, Orders orders, JdbcClient jdbc) {
        this.transactions = transactions;
        this.orders = orders;
        this.jdbc = jdbc;
    }

    /** The purpose as the audit log keeps it; refused where the person may not have it. Call outside a transaction. */
    public Purpose purpose(Viewer viewer, UUID episode, String word, @Nullable UUID orderId, @Nullable String reason) {
        SubjectRef subject = new SubjectRef("warning", episode);
        return switch (word) {
            case "dissuade", "route", "join-check" -> {
                if (!viewer.has(Role.WARNING_CLERK)) {
                    throw Refused.of(403, "warning.purpose-not-yours");
                }
                yield new Purpose("warning." + word, subject, orderOf(viewer, subject, orderId), reason);
            }
            case "visit" -> new Purpose("warning.visit", subject, visitOrder(viewer, subject, orderId), reason);
            default -> throw Refused.of(400, "shared.invalid", "purpose");
        };
    }

    /** Nobody works on what has ended, unless an order about it is open: who opens it all the same says why. Call in the read's transaction. */
    public void requireReason(EpisodeRow episode, Purpose purpose) {
        String reason = purpose.reason();
        boolean isSaid = reason != null && reason.strip().length() >= SHORTEST_REASON;
        if (episode.state().isOpen() || isSaid) {
            return;
        }
        if (orders.onSubject(purpose.subject()).stream().noneMatch(NextOrders::isOpen)) {
            throw Refused.of(422, "warning.closed-needs-reason");
        }
    }

    /** What the log says a look was for is an order about this person. */
    private @Nullable UUID orderOf(Viewer viewer, SubjectRef subject, @Nullable UUID orderId) {
        boolean known = orderId == null
                || transactions.run(viewer, () -> orders.onSubject(subject)).stream()
                        .anyMatch(each -> each.id().equals(orderId));
        if (!known) {
            throw Refused.missing();
        }
        return orderId;
    }

    /** An order to go there, of this officer or of anybody in the unit; from now on the officer sees the episode. */
    private UUID visitOrder(Viewer viewer, SubjectRef subject, @Nullable UUID orderId) {
        List<OrderView> visible = transactions.run(viewer, () -> orders.onSubject(subject));
        UUID order = visible.stream()
                .filter(each -> VISITS.contains(each.kind()) && NextOrders.isOpen(each))
                .filter(each -> orderId == null || each.id().equals(orderId))
                .filter(each -> viewer.staffId().equals(each.to().staffId())
                        || (each.to().staffId() == null && each.to().unitId().equals(viewer.unitId())))
                .map(OrderView::id)
                .findFirst()
                .orElseThrow(Refused::missing);
        transactions.runAs(JOB, () -> {
            concern(viewer.staffId(), subject.id());
            return order;
        });
        return order;
    }

    /** The person has to do with the episode now. Call in a transaction that sees all. */
    void concern(UUID staff, UUID episode) {
        jdbc.sql("""
                        insert into warning.concerned (staff_id, episode_id, since) values (:staff, :episode, lianxin_now())
                        on conflict do nothing
                        """).param("staff", staff).param("episode", episode).update();
    }
}
