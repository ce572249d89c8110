package org.lianxin.warning.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.domain.Track;
import org.springframework.stereotype.Component;

/** Orders that follow from what people do with an episode. Call inside their transaction. */
@Component
class NextOrders {

    /** Kinds whose holder has the episode in hand. */
    static final List<String> WORK =
            List.of("visit", "call", "search", "call-others", "take-over", "follow-up", "route");

    /** Kinds for which somebody goes to the person. */
    static final List<String> FACE_TO_FACE = List.of("visit", "search");

    /** What is withdrawn when the episode ends. A payment to be stopped is not: the money is still on its way. */
    static final List<String> ENDED = Stream.of(WORK, trackKinds(), List.of("alarm", "notice", "decide"))
            .flatMap(List::stream)
            .distinct()
            .toList();

    private static final SystemJob JOB = new SystemJob("warning.orders", false);

    private final ScopedTransactions transactions;
    private final Orders orders;
    private final Units units;

    NextOrders(ScopedTransactions transactions, Orders orders, Units units) {
        this.transactions = transactions;
        this.orders = orders;
        this.units = units;
    }

    private static List<String> trackKinds() {
        return Stream.of(Track.values())
                .flatMap(track -> track.kinds().stream())
                .toList();
    }

    static SubjectRef subject(EpisodeRow episode) {
        return new SubjectRef("warning", episode.id());
    }

    /** @param suffix makes the cause one of its own, for example {@code outcome-2} */
    void issue(EpisodeRow episode, List<Task> tasks, Viewer by, String suffix, @Nullable UUID named) {
        issueFrom(episode, tasks, by.unitId(), suffix, named);
    }

    /** @param from the unit in whose name they are issued */
    void issueFrom(EpisodeRow episode, List<Task> tasks, UUID from, String suffix, @Nullable UUID named) {
        List<IssueOrder> commands = new ArrayList<>();
        for (Task task : tasks) {
            commands.add(command(episode, task, from, suffix, target(episode, task, named)));
        }
        if (!commands.isEmpty()) {
            transactions.runAs(JOB, () -> orders.issue(commands));
        }
    }

    private static IssueOrder command(EpisodeRow episode, Task task, UUID from, String suffix, UUID to) {
        String key = "warning.order." + task.kind();
        String name = episode.nameMasked() == null ? "" : episode.nameMasked();
        return new IssueOrder(
                task.kind(),
                Words.say(
                        Locale.CHINESE,
                        key,
                        name,
                        ScamType.ofCode(episode.scamType()).title()),
                detail(episode, task.kind()),
                subject(episode),
                "warning/" + episode.id() + "/" + task.kind() + "/" + suffix,
                to,
                null,
                from,
                task.dueWithin(),
                task.ladder(),
                task.urgency(),
                episode.rank());
    }

    /** TK-05: what goes to partners says nothing of the case, to whomever it is handed. */
    private static String detail(EpisodeRow episode, String kind) {
        if (Track.ofKind(kind).filter(Track::isPartners).isPresent()) {
            return Words.say(Locale.CHINESE, "warning.order.partner-detail");
        }
        String place = episode.placeName();
        return episode.number() + (place == null ? "" : " · " + place);
    }

    private UUID target(EpisodeRow episode, Task task, @Nullable UUID named) {
        UUID answering = episode.answeringUnit();
        return switch (task.to()) {
            case NAMED -> named == null ? episode.centreUnit() : named;
            case ANSWERING -> answering == null ? episode.centreUnit() : answering;
            case CENTRE -> episode.centreUnit();
            case STOP_PAYMENT ->
                units.withDuty(episode.centreUnit(), "stop-payment")
                        .map(UnitRef::id)
                        .orElse(episode.centreUnit());
        };
    }

    List<OrderView> open(EpisodeRow episode) {
        return orders.onSubject(subject(episode)).stream()
                .filter(NextOrders::isOpen)
                .toList();
    }

    static boolean isOpen(OrderView order) {
        return order.state().equals("issued")
                || order.state().equals("signed")
                || order.state().equals("extension-asked");
    }

    /** The order somebody acts on: the one named, otherwise an open one of these kinds that they or their unit hold. */
    Optional<OrderView> actedOn(EpisodeRow episode, Viewer viewer, @Nullable UUID named, List<String> kinds) {
        List<OrderView> open = open(episode);
        if (named != null) {
            return open.stream().filter(each -> each.id().equals(named)).findFirst();
        }
        return open.stream()
                .filter(each -> kinds.contains(each.kind()))
                .filter(each -> viewer.staffId().equals(each.to().staffId())
                        || each.to().unitId().equals(viewer.unitId()))
                .findFirst();
    }

    void sign(OrderView order, Viewer viewer) {
        if (order.state().equals("issued")) {
            orders.sign(order.id(), viewer);
        }
    }

    void meet(OrderView order, String outcome, String note) {
        orders.meet(order.id(), outcome, note);
    }

    /** Without kinds all of them; how many there were. */
    int withdraw(EpisodeRow episode, List<String> kinds, String reason) {
        return orders.withdrawOpen(subject(episode), kinds, reason);
    }

    /** All orders on the episode, also those beyond the reach of whoever acts. */
    List<OrderView> all(EpisodeRow episode) {
        return transactions.runAs(JOB, () -> orders.onSubject(subject(episode)));
    }

    Optional<OrderView> find(UUID order) {
        return orders.find(order);
    }
}
