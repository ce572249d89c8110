package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.intake.Routing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person says where an unclear address is: the episode goes to the unit answering there, with its orders. */
@Component
public class Routes {

    private static final SystemJob JOB = new SystemJob("warning.route", false);

    private final ScopedTransactions transactions;
    private final EpisodeRows episodes;
    private final Routing routing;
    private final NextOrders orders;
    private final Books books;
    private final JdbcClient jdbc;

    Routes(
            ScopedTransactions transactions,
            EpisodeRows episodes,
            Routing routing,
            NextOrders orders,
            Books books,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.episodes = episodes;
        this.routing = routing;
        this.orders = orders;
        this.books = books;
        this.jdbc = jdbc;
    }

    /** Where what was done is written and told. */
    @Component
    record Books(Chronicle chronicle, AuditLog audit, LiveChanges live) {}

    /** Call in the viewer's transaction. */
    public void route(Viewer viewer, UUID episodeId, String divisionCode) {
        EpisodeRow episode = episodes.lock(episodeId).orElseThrow(Refused::missing);
        LifeCycle.Move move = LifeCycle.find(episode.state(), LifeCycle.Deed.ROUTE)
                .orElseThrow(() -> Refused.of(409, "warning.episode-closed"));
        if (!(routing.routeTo(divisionCode) instanceof Routing.Route.To to)) {
            throw Refused.of(422, "warning.nobody-answers", divisionCode);
        }
        transactions.runAs(JOB, () -> {
            move(episodeId, move, to);
            return episodeId;
        });
        List<OrderView> open = orders.open(episode);
        open.stream()
                .filter(each -> each.kind().equals("route"))
                .forEach(each -> orders.meet(each, "routed", "routed"));
        orders.withdraw(
                episode, List.of("call", "visit", "search"), Words.say(Locale.CHINESE, "warning.withdrawn.routed"));
        books.chronicle().note(episodeId, "routed", Chronicle.Detail.to(to.placeName()));
        books.audit().deed(new AuditLog.Deed("warning.routed", NextOrders.subject(episode), 1, "done", to.placeCode()));
        EpisodeRow routed =
                transactions.runAs(JOB, () -> episodes.find(episodeId).orElseThrow());
        Plan.Facts facts = new Plan.Facts(routed.level(), routed.moneyMoving(), routed.phoneMasked() != null, true);
        orders.issue(routed, Plan.tasks(facts), viewer, Integer.toString(routed.round()), null);
        books.live().announce("routing", "routed", episodeId.toString(), new UnitPath(episode.unitPath()));
        books.live()
                .announce("episode", "changed", episodeId.toString(), to.unit().path());
    }

    private void move(UUID episode, LifeCycle.Move move, Routing.Route.To to) {
        jdbc.sql("""
                        update warning.episode
                        set state = :state, unit_id = :unit, unit_path = :path, answering_unit = :unit, centre_unit = :centre,
                            place_code = :code, place_name = :name, routing_note = :why, candidates = null, round = round + 1
                        where id = :id
                        """)
                .param("state", move.to().word())
                .param("unit", to.unit().id())
                .param("path", to.unit().path().value())
                .param("centre", to.centre().id())
                .param("code", to.placeCode())
                .param("name", to.placeName())
                .param("why", to.why())
                .param("id", episode)
                .update();
        jdbc.sql("update warning.signal set unit_path = :path where episode_id = :id")
                .param("path", to.unit().path().value())
                .param("id", episode)
                .update();
    }
}
