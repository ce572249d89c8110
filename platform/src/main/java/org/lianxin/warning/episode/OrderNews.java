package org.lianxin.warning.episode;

import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.OrderReturned;
import org.lianxin.order.OrderSigned;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Track;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows who has signed for what, in the signing's own transaction. A hand-over counts only now: the episode goes to the unit of
 * whoever signed to take over.
 */
@Component
class OrderNews {

    private static final SystemJob JOB = new SystemJob("warning.order-news", false);

    private final ScopedTransactions transactions;
    private final Units units;
    private final Orders orders;
    private final Access access;
    private final Routes.Books books;
    private final JdbcClient jdbc;

    OrderNews(
            ScopedTransactions transactions,
            Units units,
            Orders orders,
            Access access,
            Routes.Books books,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.units = units;
        this.orders = orders;
        this.access = access;
        this.books = books;
        this.jdbc = jdbc;
    }

    @EventListener
    void signed(OrderSigned signed) {
        UUID by = signed.by();
        if (by == null || !signed.subject().module().equals("warning")) {
            return;
        }
        transactions.runAs(JOB, () -> {
            if (NextOrders.WORK.contains(signed.kind())) {
                hold(signed, by);
            }
            if (!isForPartners(signed.kind(), by)) {
                access.concern(by, signed.subject().id());
            }
            books.chronicle().note(signed.subject().id(), "signed." + signed.kind());
            tell(signed.subject().id());
            if (signed.kind().equals("take-over")) {
                units.findStaff(by)
                        .map(staff -> units.get(staff.unitId()))
                        .ifPresent(unit -> takeOver(signed.subject().id(), unit));
            }
            return by;
        });
    }

    /** TK-05: a partner's order does not open the episode to them. */
    private boolean isForPartners(String kind, UUID by) {
        boolean partners = Track.ofKind(kind).filter(Track::isPartners).isPresent();
        return partners
                && units.findStaff(by)
                        .map(staff -> units.get(staff.unitId()).level().equals(Tracks.PARTNER))
                        .orElse(true);
    }

    /** Whoever looks at the episode sees at once how far its orders have come. */
    private void tell(UUID episode) {
        jdbc.sql("select unit_path from warning.episode where id = :id")
                .param("id", episode)
                .query(String.class)
                .optional()
                .ifPresent(path -> books.live().announce("episode", "changed", episode.toString(), new UnitPath(path)));
    }

    /** Who goes there does not take the episode from the desk that calls. */
    private void hold(OrderSigned signed, UUID by) {
        boolean goes = NextOrders.FACE_TO_FACE.contains(signed.kind());
        jdbc.sql("""
                        update warning.episode set holder_staff = case when :goes then coalesce(holder_staff, :staff) else :staff end
                        where id = :id and closed_at is null
                        """)
                .param("goes", goes)
                .param("staff", by)
                .param("id", signed.subject().id())
                .update();
    }

    /** Whoever gave the work back does not hold the episode any longer; what follows is an order already. */
    @EventListener
    void returned(OrderReturned returned) {
        if (!returned.subject().module().equals("warning") || !NextOrders.WORK.contains(returned.kind())) {
            return;
        }
        UUID episode = returned.subject().id();
        UUID staff = transactions.actor().staffId();
        transactions.runAs(JOB, () -> {
            books.chronicle().note(episode, "returned." + returned.kind());
            tell(episode);
            if (returned.kind().equals("take-over")) {
                notTakenOver(episode);
            }
            return jdbc.sql("update warning.episode set holder_staff = null where id = :id and holder_staff = :staff")
                    .param("id", episode)
                    .param("staff", staff, java.sql.Types.OTHER)
                    .update();
        });
    }

    /** Unless the order went on to somebody else, the episode is again with those who had it. */
    private void notTakenOver(UUID episode) {
        boolean handedOn = orders.onSubject(new SubjectRef("warning", episode)).stream()
                .anyMatch(order -> order.kind().equals("take-over") && NextOrders.isOpen(order));
        if (!handedOn) {
            jdbc.sql("update warning.episode set state = :state where id = :id and state = 'handing-over'")
                    .param("state", EpisodeState.WORKING.word())
                    .param("id", episode)
                    .update();
        }
    }

    private void takeOver(UUID episode, UnitRef unit) {
        jdbc.sql("""
                        update warning.episode set state = :state, unit_id = :unit, unit_path = :path, answering_unit = :unit
                        where id = :id and state = 'handing-over'
                        """)
                .param("state", EpisodeState.WORKING.word())
                .param("unit", unit.id())
                .param("path", unit.path().value())
                .param("id", episode)
                .update();
        jdbc.sql("update warning.signal set unit_path = :path where episode_id = :id")
                .param("path", unit.path().value())
                .param("id", episode)
                .update();
    }
}
