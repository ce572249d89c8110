package org.lianxin.warning.episode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.FamilyBasis;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Search;
import org.lianxin.warning.domain.Track;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody answers: opens the tracks on which the person is sought at once, as orders on one clock. TK-01 to TK-06. */
@Component
public class Tracks {

    static final String PARTNER = "partner";

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final FamilyBases bases;
    private final Routes.Books books;
    private final Units units;
    private final JdbcClient jdbc;

    Tracks(
            EpisodeRows episodes,
            NextOrders orders,
            FamilyBases bases,
            Routes.Books books,
            Units units,
            JdbcClient jdbc) {
        this.episodes = episodes;
        this.orders = orders;
        this.bases = bases;
        this.books = books;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** @param partner who goes this way; null leaves it to the rule */
    public record Opening(Search.Asked asked, @Nullable UUID partner) {}

    /** All that are asked for or none; what is open already stays as it is. Call in the viewer's transaction. */
    public void open(Viewer viewer, UUID id, List<Opening> openings) {
        EpisodeRow episode = episodes.lock(id).orElseThrow(Refused::missing);
        if (!episode.state().isOpen()) {
            throw Refused.of(409, "warning.episode-closed");
        }
        Urgency urgency = Plan.urgency(episode.level(), episode.moneyMoving());
        openings.forEach(opening -> check(opening, urgency != Urgency.NORMAL));
        List<OrderView> all = orders.all(episode);
        Instant clock = clock(all);
        for (Opening opening : openings) {
            Track track = opening.asked().track();
            if (all.stream().noneMatch(order -> isOpenOn(track, order))) {
                open(viewer, episode, opening, new Clock(urgency, clock, all.size()));
            }
        }
        books.live().announce("episode", "changed", id.toString(), new UnitPath(episode.unitPath()));
    }

    /** @param orders how many orders the episode had, which makes the cause of a fresh one its own */
    private record Clock(Urgency urgency, @Nullable Instant until, int orders) {}

    private static void check(Opening opening, boolean urgent) {
        Optional<String> flaw = Search.flaw(opening.asked(), urgent);
        if (flaw.isPresent()) {
            throw refusal(flaw.get());
        }
    }

    private static Refused refusal(String flaw) {
        return switch (flaw) {
            case "needs-basis" -> Refused.of(422, "warning.track-needs-basis");
            case "basis-needs-words" -> Refused.of(422, "warning.track-basis-needs-words");
            case "no-danger" -> Refused.of(422, "warning.track-no-danger");
            default -> Refused.of(422, "warning.track-not-openable");
        };
    }

    private void open(Viewer viewer, EpisodeRow episode, Opening opening, Clock clock) {
        Track track = opening.asked().track();
        FamilyBasis basis = opening.asked().basis();
        if (track == Track.FAMILY && basis != null) {
            bases.record(episode, basis, viewer);
            books.chronicle().keepWords(episode, opening.asked().words());
            books.chronicle().note(episode.id(), "family-basis." + basis.word());
        }
        UUID partner = partner(episode, track, opening.partner());
        Task task = Search.task(
                track,
                partner != null,
                episode.isRouted(),
                clock.urgency(),
                Search.within(clock.urgency() != Urgency.NORMAL, clock.until(), now()));
        orders.issue(episode, List.of(task), viewer, "track-" + clock.orders(), partner);
        books.chronicle().note(episode.id(), "track." + track.word());
    }

    /** TK-06, TK-01: the one that is named; else the only one with the duty below the answering unit. Never a guess among several. */
    private @Nullable UUID partner(EpisodeRow episode, Track track, @Nullable UUID named) {
        if (!track.isPartners()) {
            return null;
        }
        if (named != null) {
            return units.list().stream()
                    .filter(unit -> unit.id().equals(named) && unit.level().equals(PARTNER))
                    .findFirst()
                    .orElseThrow(() -> Refused.of(422, "warning.track-no-partner"))
                    .id();
        }
        UUID answering = episode.answeringUnit();
        List<UnitRef> known = answering == null
                ? List.of()
                : units.below(answering).stream()
                        .filter(unit -> unit.level().equals(PARTNER) && hasDuty(unit, track))
                        .toList();
        return known.size() == 1 ? known.getFirst().id() : null;
    }

    private boolean hasDuty(UnitRef unit, Track track) {
        return units.withDuty(unit.id(), track.kind())
                .filter(nearest -> nearest.id().equals(unit.id()))
                .isPresent();
    }

    static boolean isOpenOn(Track track, OrderView order) {
        return track.kinds().contains(order.kind()) && NextOrders.isOpen(order);
    }

    /** TK-02: until when the tracks under way run; null where none does. */
    public static @Nullable Instant clock(List<OrderView> orders) {
        return orders.stream()
                .filter(NextOrders::isOpen)
                .filter(order ->
                        Track.ofKind(order.kind()).filter(Track::isOpenable).isPresent())
                .map(OrderView::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Instant now() {
        return jdbc.sql("select lianxin_now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
