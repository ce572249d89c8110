package org.lianxin.warning.episode;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.domain.CallSteps;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.Search;
import org.lianxin.warning.domain.Track;
import org.lianxin.warning.episode.CallBook.Said;
import org.lianxin.warning.episode.PersonalContent.Phone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls to the person: placed with a caller code, then what came of the ringing. */
@Component
public class Calls {

    private static final List<String> CALL_KINDS = List.of("call", "call-others", "follow-up");

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final Routes.Books books;
    private final Lines lines;
    private final Units units;
    private final JdbcClient jdbc;

    Calls(EpisodeRows episodes, NextOrders orders, Routes.Books books, Lines lines, Units units, JdbcClient jdbc) {
        this.episodes = episodes;
        this.orders = orders;
        this.books = books;
        this.lines = lines;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** Where calls are placed, kept, and followed up. */
    @Component
    record Lines(Telephony telephony, CallBook book, CallMoves moves, TrackEnds ends, FamilyBases bases) {}

    /**
     * What came of a call.
     *
     * @param said what was said and how it was taken; null where nobody was spoken to, or nothing was noted
     */
    public record Result(
            UUID call,
            CallSteps.Heard heard,
            @Nullable String note,
            @Nullable Said said) {}

    /** Places a call: signs for the call order, takes the episode in hand. Call in the viewer's transaction. */
    public UUID place(Viewer viewer, UUID episodeId, Phone phone) {
        EpisodeRow episode = episodes.lock(episodeId).orElseThrow(Refused::missing);
        LifeCycle.Move move = callable(episode);
        tk04(episode, phone);
        refuseWhileRinging(viewer, episodeId);
        Optional<OrderView> order = orders.actedOn(episode, viewer, null, CALL_KINDS);
        order.ifPresent(each -> orders.sign(each, viewer));
        jdbc.sql("update warning.episode set state = :state, holder_staff = :staff where id = :id")
                .param("state", move.to().word())
                .param("staff", viewer.staffId())
                .param("id", episodeId)
                .update();
        UUID call = Uuid7.next();
        jdbc.sql("""
                        insert into warning.phone_call (id, episode_id, phone_id, own, staff_id, placed_at, line)
                        values (:id, :episode, :phone, :own, :staff, lianxin_now(), :line)
                        """)
                .param("id", call)
                .param("episode", episodeId)
                .param("phone", phone.id())
                .param("own", phone.isOwn())
                .param("staff", viewer.staffId())
                .param("line", lines.telephony().firstStage(), Types.VARCHAR)
                .update();
        lines.telephony().place(viewer, call, phone.number(), episodeId);
        books.chronicle().note(episodeId, "call.placed");
        announce(episode);
        return call;
    }

    /** Ends a call of one's own on the exchange; its result is recorded apart. */
    public void hangUp(Viewer viewer, UUID episodeId, UUID call) {
        if (!lines.book().isOf(viewer.staffId(), episodeId, call)) {
            throw Refused.missing();
        }
        lines.telephony().hangUp(call);
    }

    /** Asked before a number is opened: nobody is called about what has ended. */
    public EpisodeRow requireCallable(UUID episodeId) {
        EpisodeRow episode = episodes.find(episodeId).orElseThrow(Refused::missing);
        callable(episode);
        return episode;
    }

    private static LifeCycle.Move callable(EpisodeRow episode) {
        return LifeCycle.find(episode.state(), LifeCycle.Deed.CALL)
                .filter(move -> move.to().isOpen() || episode.isReached())
                .orElseThrow(() -> Refused.of(409, "warning.episode-closed"));
    }

    private void tk04(EpisodeRow episode, Phone phone) {
        boolean ofFamily = !phone.isOwn() && Search.isOfFamily(phone.label());
        if (ofFamily && lines.bases().find(episode).isEmpty()) {
            throw Refused.of(422, "warning.track-needs-basis");
        }
    }

    /** Nobody is called by two at once: a colleague's call without a result counts for ten minutes. */
    private void refuseWhileRinging(Viewer viewer, UUID episode) {
        jdbc.sql("""
                        select staff_id from warning.phone_call
                        where episode_id = :episode and staff_id <> :staff and result is null
                          and placed_at > lianxin_now() - interval '10 minutes'
                        order by placed_at desc limit 1
                        """)
                .param("episode", episode)
                .param("staff", viewer.staffId())
                .query(UUID.class)
                .optional()
                .ifPresent(other -> {
                    throw Refused.of(
                            409,
                            "warning.call-of-colleague",
                            units.findStaff(other).map(StaffRef::name).orElse(""));
                });
    }

    /**
     * What came of a call, and what follows from it by the table of attempts. The call order stays open, with its ladder, until an
     * outcome is recorded. A result that is put right is no new attempt.
     */
    public void result(Viewer viewer, UUID episodeId, Result result) {
        if (result.said() != null && !lines.book().hasScript(result.said())) {
            throw Refused.of(422, "shared.invalid", "scriptVersion");
        }
        EpisodeRow episode = episodes.lock(episodeId).orElseThrow(Refused::missing);
        CallBook.Placed placed = lines.book().lock(episodeId, result.call()).orElseThrow(Refused::missing);
        lines.book().result(result.call(), result.heard(), result.said());
        boolean spokenTo = result.heard() == CallSteps.Heard.REACHED && placed.own();
        if (spokenTo) {
            jdbc.sql("""
                            update warning.episode
                            set reached_at = coalesce(reached_at, lianxin_now()),
                                reached_by = case when reached_at is null then 'phone' else reached_by end
                            where id = :id""").param("id", episodeId).update();
            Belief belief = result.said() == null ? null : result.said().belief();
            lines.ends().end(episode, viewer, Track.PHONE, Search.answered(belief));
        }
        if (placed.own() && (placed.isOpen() || spokenTo) && episode.state().isOpen()) {
            lines.moves()
                    .after(episode, result.heard(), viewer.unitId())
                    .ifPresent(rule -> lines.book().rule(result.call(), rule));
        }
        books.chronicle().keepWords(episode, result.note());
        books.chronicle().note(episodeId, "call." + result.heard().word());
        announce(episode);
    }

    private void announce(EpisodeRow episode) {
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }
}
