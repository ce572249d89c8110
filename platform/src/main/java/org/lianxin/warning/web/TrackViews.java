package org.lianxin.warning.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Action;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Track;
import org.lianxin.warning.domain.TrackState;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.FamilyBases;
import org.lianxin.warning.episode.Tracks;
import org.springframework.stereotype.Component;

/** The strip: every way to the person and how far it has come, and the clock that they share. */
@Component
class TrackViews {

    private final FamilyBases bases;
    private final Units units;

    TrackViews(FamilyBases bases, Units units) {
        this.bases = bases;
        this.units = units;
    }

    /**
     * @param state none, sent, running, reached, failed or ended
     * @param who has it in hand: a person, else the unit told
     * @param at when it was found, ended, signed for or ordered, whichever came last
     * @param words how it ended, in the words on its order
     * @param report whether the reader may report on it
     */
    record TrackView(
            String track,
            String state,
            @Nullable String orderId,
            @Nullable String who,
            @Nullable Instant at,
            @Nullable String words,
            boolean report) {}

    /** On which basis family is asked, recorded by whom. */
    record BasisView(String basis, String by, Instant at) {}

    /** @param until the clock of all; null while none is under way */
    record SearchView(
            @Nullable Instant since,
            @Nullable Instant until,
            List<TrackView> tracks,
            @Nullable BasisView familyBasis,
            Action open) {}

    /** Call in the viewer's transaction. */
    SearchView view(Viewer viewer, EpisodeRow row, List<OrderView> on) {
        List<TrackView> tracks =
                Stream.of(Track.values()).map(track -> track(track, on)).toList();
        BasisView basis = bases.find(row)
                .map(each -> new BasisView(
                        each.basis().word(),
                        units.findStaff(each.staffId()).map(StaffRef::name).orElse(""),
                        each.at()))
                .orElse(null);
        return new SearchView(since(on), Tracks.clock(on), tracks, basis, action(viewer, row));
    }

    private static TrackView track(Track track, List<OrderView> on) {
        Optional<OrderView> last = on.stream()
                .filter(order -> track.kinds().contains(order.kind()))
                .filter(order -> !order.state().equals("handed-over"))
                .reduce((earlier, later) -> later);
        return last.map(order -> view(track, order))
                .orElseGet(() -> new TrackView(track.word(), TrackState.NONE.word(), null, null, null, null, false));
    }

    private static TrackView view(Track track, OrderView order) {
        OrderView.Ending ended = order.ended();
        String holder = order.holder();
        Instant signed = order.signedAt();
        boolean may = order.actions().stream()
                .anyMatch(each -> List.of("sign", "report").contains(each.name()) && each.open());
        return new TrackView(
                track.word(),
                TrackState.of(order.state(), ended == null ? null : ended.outcome())
                        .word(),
                order.id().toString(),
                holder == null ? order.to().unitName() : holder,
                ended != null ? ended.at() : signed != null ? signed : order.issuedAt(),
                order.state().equals("withdrawn") && ended != null ? ended.words() : null,
                track.isOpenable() && may);
    }

    private static @Nullable Instant since(List<OrderView> on) {
        return on.stream()
                .filter(order -> order.ended() == null)
                .filter(order ->
                        Track.ofKind(order.kind()).filter(Track::isOpenable).isPresent())
                .map(OrderView::issuedAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Action action(Viewer viewer, EpisodeRow row) {
        if (!viewer.has(Role.WARNING_CLERK)) {
            return Action.closed("tracks", Words.say("warning.closed-action.role"));
        }
        return row.state().isOpen()
                ? Action.open("tracks")
                : Action.closed("tracks", Words.say("warning.closed-action.state"));
    }
}
