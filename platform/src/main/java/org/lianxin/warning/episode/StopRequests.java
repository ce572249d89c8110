package org.lianxin.warning.episode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Outcome;
import org.lianxin.warning.domain.StopRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money is gone already: what is known goes with an order to whoever can stop the payment. SP-01 to SP-05. */
@Component
public class StopRequests {

    static final String KIND = "stop-payment";

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final Outcomes outcomes;
    private final StopBook book;
    private final Routes.Books books;
    private final JdbcClient jdbc;

    StopRequests(
            EpisodeRows episodes,
            NextOrders orders,
            Outcomes outcomes,
            StopBook book,
            Routes.Books books,
            JdbcClient jdbc) {
        this.episodes = episodes;
        this.orders = orders;
        this.outcomes = outcomes;
        this.book = book;
        this.books = books;
        this.jdbc = jdbc;
    }

    /** Call in the viewer's transaction. An amount that is known is the outcome too: nobody types it twice (SP-03). */
    public void ask(Viewer viewer, UUID id, StopRequest request) {
        EpisodeRow episode = episodes.lock(id).orElseThrow(Refused::missing);
        if (!episode.state().isOpen()) {
            throw Refused.of(409, "warning.episode-closed");
        }
        request.flaw(now()).ifPresent(flaw -> {
            throw refusal(flaw);
        });
        Long amount = request.amountCents();
        Outcome paid = new Outcome(Outcome.Kind.PARTLY_PAID, null, null, amount, null);
        if (amount != null) {
            outcomes.record(viewer, new Outcomes.Recording(id, paid, null, null, false));
        }
        UUID order = order(viewer, episode, paid);
        book.add(episode, order, viewer, request);
        books.chronicle().note(id, "stop-request", new Chronicle.Detail(KIND, null, amount, null, null));
        books.audit().deed(new AuditLog.Deed("warning.stop.asked", NextOrders.subject(episode), 1, "done", null));
        books.live().announce("episode", "changed", id.toString(), new UnitPath(episode.unitPath()));
    }

    private static Refused refusal(String flaw) {
        return switch (flaw) {
            case "in-the-future" -> Refused.of(422, "warning.stop-in-the-future");
            case "too-old" -> Refused.of(422, "warning.stop-too-old");
            case "amount" -> Refused.of(422, "warning.stop-amount");
            default -> Refused.of(422, "warning.stop-too-long");
        };
    }

    /** The one that is open already, or a fresh one. */
    private UUID order(Viewer viewer, EpisodeRow episode, Outcome paid) {
        List<OrderView> all = orders.all(episode);
        UUID open = open(all);
        if (open != null) {
            return open;
        }
        orders.issue(
                episode,
                paid.next(episode.level(), episode.moneyMoving(), episode.isRouted()).stream()
                        .filter(task -> task.kind().equals(KIND))
                        .toList(),
                viewer,
                "stop-" + all.size(),
                null);
        UUID fresh = open(orders.all(episode));
        if (fresh == null) {
            throw new IllegalStateException("no order to stop a payment was issued for " + episode);
        }
        return fresh;
    }

    private static @Nullable UUID open(List<OrderView> all) {
        return all.stream()
                .filter(order -> order.kind().equals(KIND) && NextOrders.isOpen(order))
                .map(OrderView::id)
                .findFirst()
                .orElse(null);
    }

    private Instant now() {
        return jdbc.sql("select lianxin_now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
