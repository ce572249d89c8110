package org.lianxin.warning.episode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.LifeCycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls to the person: placed with a caller code, then what came of the ringing. */
@Component
public class Calls {

    private static final Set<String> RESULTS =
            Set.of("reached", "busy", "no-answer", "refused", "switched-off", "wrong-number");
    private static final List<String> CALL_KINDS = List.of("call", "call-others", "follow-up");

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final Routes.Books books;
    private final Telephony telephony;
    private final Units units;
    private final JdbcClient jdbc;

    Calls(
            EpisodeRows episodes,
            NextOrders orders,
            Routes.Books books,
            Telephony telephony,
            Units units,
            JdbcClient jdbc) {
        this.episodes = episodes;
        this.orders = orders;
        this.books = books;
        this.telephony = telephony;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** Places a call: signs for the call order, takes the episode in hand. Call in the viewer's transaction. */
    public UUID place(Viewer viewer, UUID episodeId, String phoneId, PhoneNumber phone) {
        EpisodeRow episode = episodes.lock(episodeId).orElseThrow(Refused::missing);
        LifeCycle.Move move = callable(episode);
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
                        insert into warning.phone_call (id, episode_id, phone_id, staff_id, placed_at)
                        values (:id, :episode, :phone, :staff, lianxin_now())
                        """)
                .param("id", call)
                .param("episode", episodeId)
                .param("phone", phoneId)
                .param("staff", viewer.staffId())
                .update();
        telephony.place(call, phone, episodeId, viewer.unitId());
        books.chronicle().note(episodeId, "call.placed");
        announce(episode);
        return call;
    }

    /** Asked before a number is opened: nobody is called about what has ended. */
    public EpisodeRow requireCallable(UUID episodeId) {
        EpisodeRow episode = episodes.find(episodeId).orElseThrow(Refused::missing);
        callable(episode);
        return episode;
    }

    private static LifeCycle.Move callable(EpisodeRow episode) {
        return LifeCycle.find(episode.state(), LifeCycle.Deed.CALL)
                .orElseThrow(() -> Refused.of(409, "warning.episode-closed"));
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

    /** What came of a call. The call order stays open, with its ladder, until an outcome is recorded. */
    public void result(UUID episodeId, UUID call, String result, @Nullable String note) {
        if (!RESULTS.contains(result)) {
            throw Refused.of(422, "warning.call-result", result);
        }
        EpisodeRow episode = episodes.lock(episodeId).orElseThrow(Refused::missing);
        int changed = jdbc.sql("""
                        update warning.phone_call set result = :result, result_at = lianxin_now()
                        where id = :id and episode_id = :episode
                        """)
                .param("result", result)
                .param("id", call)
                .param("episode", episodeId)
                .update();
        if (changed == 0) {
            throw Refused.missing();
        }
        if (result.equals("reached")) {
            jdbc.sql("update warning.episode set reached_at = coalesce(reached_at, lianxin_now()) where id = :id")
                    .param("id", episodeId)
                    .update();
        }
        books.chronicle().keepWords(episode, note);
        books.chronicle().note(episodeId, "call." + result);
        announce(episode);
    }

    private void announce(EpisodeRow episode) {
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }
}
