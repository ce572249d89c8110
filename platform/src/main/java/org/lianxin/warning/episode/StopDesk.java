package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.episode.StopBook.Asked;
import org.lianxin.warning.episode.StopBook.Sealed;
import org.springframework.stereotype.Component;

/** SP-06: whoever has signed for an order to stop a payment opens the accounts in it, whole, and nothing else of the person. */
@Component
public class StopDesk {

    private static final SystemJob TELL = new SystemJob("warning.stop-told", true);

    private final ScopedTransactions transactions;
    private final NextOrders orders;
    private final EpisodeRows episodes;
    private final StopBook book;
    private final Routes.Books books;

    StopDesk(
            ScopedTransactions transactions,
            NextOrders orders,
            EpisodeRows episodes,
            StopBook book,
            Routes.Books books) {
        this.transactions = transactions;
        this.orders = orders;
        this.episodes = episodes;
        this.book = book;
        this.books = books;
    }

    /** The requests that go with one order, and what is known of their accounts. */
    public record Payments(List<Asked> asked, List<Sealed> known) {}

    /** Call outside a transaction. */
    public Payments open(Viewer viewer, UUID orderId) {
        OrderView order = transactions.run(viewer, () -> signed(orderId));
        UUID episode = order.subject().id();
        Purpose purpose = new Purpose("warning.stop-payment", order.subject(), orderId, null);
        return transactions.runFor(viewer, purpose, () -> {
            Payments payments = transactions.runAs(TELL, () -> of(orderId, episode));
            String token = transactions.runAs(
                    TELL,
                    () -> episodes.find(episode).map(EpisodeRow::personToken).orElse("episode/" + episode));
            books.audit().shown(List.of(token), List.of("accounts"));
            return payments;
        });
    }

    private OrderView signed(UUID orderId) {
        OrderView order = orders.find(orderId)
                .filter(found -> found.subject().module().equals("warning")
                        && found.kind().equals(StopRequests.KIND))
                .orElseThrow(Refused::missing);
        if (!TrackReports.may(order, "report")) {
            throw Refused.of(403, "warning.stop-sign-first");
        }
        return order;
    }

    private Payments of(UUID orderId, UUID episode) {
        List<Asked> asked = book.list(episode).stream()
                .filter(each -> each.orderId().equals(orderId))
                .toList();
        List<UUID> ids = asked.stream().map(Asked::id).toList();
        return new Payments(
                asked,
                book.open(episode).stream()
                        .filter(each -> ids.contains(each.id()))
                        .toList());
    }
}
