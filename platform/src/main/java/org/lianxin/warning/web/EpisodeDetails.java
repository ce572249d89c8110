package org.lianxin.warning.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.shared.Action;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.LifeCycle.Deed;
import org.lianxin.warning.episode.Chronicle;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.EpisodeRows;
import org.lianxin.warning.web.EpisodeViews.ItemView;
import org.lianxin.warning.web.EpisodeViews.WhyView;
import org.springframework.stereotype.Component;

/** The page of one episode, still masked; what may be done is worked out here and nowhere else. */
@Component
class EpisodeDetails {

    private final EpisodeRows episodes;
    private final EpisodeViews views;
    private final Orders orders;
    private final Chronicle chronicle;
    private final HistoryLines history;
    private final EffortViews efforts;

    EpisodeDetails(
            EpisodeRows episodes,
            EpisodeViews views,
            Orders orders,
            Chronicle chronicle,
            HistoryLines history,
            EffortViews efforts) {
        this.episodes = episodes;
        this.efforts = efforts;
        this.views = views;
        this.orders = orders;
        this.chronicle = chronicle;
        this.history = history;
    }

    record SignalView(
            String id,
            Instant at,
            String source,
            String sourceId,
            String level,
            String scamType,
            @Nullable Long amountCents,
            boolean moneyMoving,
            String summary) {}

    record OutcomeView(
            String kind,
            long savedCents,
            long lostCents,
            Instant at,
            @Nullable String by) {}

    record DetailView(
            String id,
            String number,
            int rank,
            @Nullable String nameMasked,
            @Nullable String phoneMasked,
            @Nullable String gender,
            @Nullable Integer ageDecade,
            String scamType,
            String scamTypeName,
            String level,
            @Nullable Long amountCents,
            boolean moneyMoving,
            EpisodeViews.@Nullable PlaceView place,
            List<WhyView> why,
            List<SignalView> signals,
            Instant lastSignalAt,
            EpisodeViews.Tracks tracks,
            EpisodeViews.@Nullable HolderView holder,
            EpisodeViews.@Nullable ClockView clock,
            String state,
            int unsignedOrders,
            @Nullable Instant closedAt,
            List<WhyView> rules,
            int ruleVersion,
            List<OrderView> orders,
            List<HistoryLines.LineView> history,
            @Nullable OutcomeView outcome,
            boolean possibleVictim,
            @Nullable String routingNote,
            @JsonRawValue String candidates,
            Instant receivedAt,
            CallViews.CallsView calls,
            EffortViews.FollowUpsView followUps,
            TrackViews.SearchView search,
            List<StopViews.StopView> stopRequests,
            List<Action> actions) {}

    /** Call in the viewer's transaction. */
    DetailView get(Viewer viewer, UUID id) {
        EpisodeRow row = episodes.find(id).orElseThrow(Refused::missing);
        List<OrderView> on = orders.onSubject(new SubjectRef("warning", id));
        return detail(viewer, row, on, views.item(viewer, row, on));
    }

    private DetailView detail(Viewer viewer, EpisodeRow row, List<OrderView> on, ItemView item) {
        List<Chronicle.Line> lines = chronicle.list(row.id());
        return new DetailView(
                item.id(),
                item.number(),
                item.rank(),
                item.nameMasked(),
                item.phoneMasked(),
                item.gender(),
                item.ageDecade(),
                item.scamType(),
                item.scamTypeName(),
                item.level(),
                item.amountCents(),
                item.moneyMoving(),
                item.place(),
                item.why(),
                episodes.listSignals(row.id()).stream()
                        .map(EpisodeDetails::signal)
                        .toList(),
                item.lastSignalAt(),
                item.tracks(),
                item.holder(),
                item.clock(),
                item.state(),
                item.unsignedOrders(),
                item.closedAt(),
                item.why(),
                row.ruleVersion(),
                on,
                lines.stream().map(history::view).toList(),
                outcome(row, lines),
                true,
                row.routingNote(),
                row.candidates() == null ? "[]" : row.candidates(),
                row.receivedAt(),
                efforts.calls(row),
                efforts.followUps(row),
                efforts.search(viewer, row, on),
                efforts.stopRequests(row, on),
                actions(viewer, row));
    }

    private @Nullable OutcomeView outcome(EpisodeRow row, List<Chronicle.Line> lines) {
        String kind = row.outcome();
        if (kind == null) {
            return null;
        }
        return lines.stream()
                .filter(line -> line.what().equals("outcome." + kind))
                .findFirst()
                .map(line -> new OutcomeView(kind, row.savedCents(), row.lostCents(), line.at(), history.actor(line)))
                .orElseGet(() -> new OutcomeView(kind, row.savedCents(), row.lostCents(), row.lastSignalAt(), null));
    }

    private static SignalView signal(EpisodeRows.SignalRow row) {
        String scam = RuleWords.scam(row.scamType());
        String level = "warning.level." + row.level().word();
        return new SignalView(
                row.id().toString(),
                row.at(),
                row.source(),
                row.sourceId(),
                row.level().word(),
                row.scamType(),
                row.amountCents(),
                row.moneyMoving(),
                Words.say(level) + " · " + scam);
    }

    static List<Action> actions(Viewer viewer, EpisodeRow row) {
        boolean clerk = viewer.has(Role.WARNING_CLERK);
        boolean officer = viewer.has(Role.VISITING_OFFICER);
        List<Action> actions = new ArrayList<>();
        actions.add(clerk || officer ? Action.open("open") : closed("open", "role"));
        boolean reached = row.isReached();
        boolean callable = row.state().isOpen() || reached;
        actions.add(callable ? deed("call", row, Deed.CALL, clerk || officer) : closed("call", "state"));
        actions.add(deed("outcome", row, Deed.REACHED, clerk || officer));
        actions.add(reached ? deed("follow-up", row, Deed.LOSS, clerk || officer) : closed("follow-up", "state"));
        actions.add(deed("route", row, Deed.ROUTE, clerk));
        boolean canSplit = row.signalCount() > 1;
        actions.add(canSplit ? deed("split", row, Deed.SPLIT, clerk) : closed("split", "one-signal"));
        actions.add(deed("join", row, Deed.JOIN, clerk));
        boolean awakens = clerk || officer;
        boolean open = row.state().isOpen();
        actions.add(awakens && open ? Action.open("awaken") : closed("awaken", awakens ? "state" : "role"));
        return actions;
    }

    private static Action deed(String name, EpisodeRow row, Deed deed, boolean role) {
        if (!role) {
            return closed(name, "role");
        }
        return LifeCycle.find(row.state(), deed).isPresent() ? Action.open(name) : closed(name, "state");
    }

    private static Action closed(String name, String why) {
        String key = "warning.closed-action." + why;
        return Action.closed(name, Words.say(key));
    }
}
