package org.lianxin.warning.episode;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Search;
import org.lianxin.warning.domain.Search.Contact;
import org.lianxin.warning.domain.Track;
import org.lianxin.warning.intake.Content;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.stereotype.Component;

/** What whoever goes a way learns of the person, and reports: TK-05, TK-07 to TK-09. An order is all they need to see. */
@Component
public class TrackReports {

    private static final SystemJob JOB = new SystemJob("warning.track", false);
    private static final SystemJob TELL = new SystemJob("warning.track-told", true);

    private final ScopedTransactions transactions;
    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final TrackEnds ends;
    private final Routes.Books books;
    private final SealedContents contents;

    TrackReports(
            ScopedTransactions transactions,
            EpisodeRows episodes,
            NextOrders orders,
            TrackEnds ends,
            Routes.Books books,
            SealedContents contents) {
        this.transactions = transactions;
        this.episodes = episodes;
        this.orders = orders;
        this.ends = ends;
        this.books = books;
        this.contents = contents;
    }

    /** @param address null where the track is not told it, or the source did not say */
    public record Person(String name, @Nullable String address) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** TK-05: no more than the track's rule gives, to whoever has signed for its order. Call outside a transaction. */
    public Person tell(Viewer viewer, UUID orderId) {
        OrderView order = transactions.run(viewer, () -> {
            OrderView found = openable(orderId);
            if (!may(found, "report")) {
                throw Refused.of(403, "warning.track-sign-first");
            }
            return found;
        });
        Set<String> facts = track(order).told().facts();
        if (facts.isEmpty()) {
            throw Refused.missing();
        }
        Purpose purpose = new Purpose("warning.track", order.subject(), orderId, null);
        return transactions.runFor(viewer, purpose, () -> {
            Told told = transactions.runAs(TELL, () -> told(order.subject().id(), facts));
            books.audit().shown(List.of(told.token()), List.copyOf(facts));
            return told.person();
        });
    }

    private record Told(String token, Person person) {}

    private Told told(UUID episode, Set<String> facts) {
        String token = episodes.find(episode).map(EpisodeRow::personToken).orElse("episode/" + episode);
        return new Told(token, person(episode, facts));
    }

    private Person person(UUID episode, Set<String> facts) {
        String name = "";
        String address = null;
        for (SealedContents.Opened each : contents.open(List.of(episode))) {
            Content content = each.content();
            name = content.name();
            address = content.address() == null ? address : content.address();
        }
        return new Person(name, facts.contains("address") ? address : null);
    }

    /** @param found whether the person was come by on this track */
    public record Report(
            UUID order, boolean found, @Nullable String note) {}

    /** Signs where nobody has yet. Call in the viewer's transaction; the episode itself may be out of the viewer's reach. */
    public void report(Viewer viewer, Report report) {
        OrderView seen = openable(report.order());
        transactions.runAs(JOB, () -> episodes.lock(seen.subject().id()).orElseThrow(Refused::missing));
        OrderView order = openable(report.order());
        if (!NextOrders.isOpen(order)) {
            throw Refused.of(409, "warning.track-over");
        }
        if (may(order, "sign")) {
            orders.sign(order, viewer);
        } else if (!may(order, "report")) {
            throw Refused.of(403, "warning.track-not-yours");
        }
        orders.meet(order, report.found() ? "found" : "not-found", "");
        transactions.runAs(JOB, () -> {
            EpisodeRow episode = episodes.find(seen.subject().id()).orElseThrow();
            settle(viewer, episode, track(order), report);
            return episode;
        });
    }

    private void settle(Viewer viewer, EpisodeRow episode, Track track, Report report) {
        if (report.found()) {
            ends.end(episode, viewer, track, Contact.FOUND);
            books.chronicle().note(episode.id(), "track-found." + track.word());
        } else {
            books.chronicle().note(episode.id(), "track-failed." + track.word());
        }
        books.chronicle().keepWords(episode, report.note());
        tk09(episode, report.found());
        books.audit()
                .deed(new AuditLog.Deed(
                        "warning.track.reported",
                        NextOrders.subject(episode),
                        1,
                        "done",
                        track.word() + (report.found() ? " found" : " not-found")));
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }

    private void tk09(EpisodeRow episode, boolean found) {
        List<OrderView> all = orders.all(episode);
        boolean needed = found
                ? all.stream().noneMatch(order -> Tracks.isOpenOn(Track.PHONE, order))
                : all.stream().noneMatch(NextOrders::isOpen);
        if (needed) {
            Urgency urgency = Plan.urgency(episode.level(), episode.moneyMoving());
            Task call = Search.call(urgency);
            orders.issueFrom(episode, List.of(call), episode.centreUnit(), "track-" + all.size(), null);
        }
    }

    /** The order, where its track is one that is reported here. */
    private OrderView openable(UUID id) {
        return orders.find(id)
                .filter(order -> order.subject().module().equals("warning"))
                .filter(order ->
                        Track.ofKind(order.kind()).filter(Track::isOpenable).isPresent())
                .orElseThrow(Refused::missing);
    }

    private static Track track(OrderView order) {
        return Track.ofKind(order.kind()).orElseThrow();
    }

    static boolean may(OrderView order, String action) {
        return order.actions().stream().anyMatch(each -> each.name().equals(action) && each.open());
    }
}
