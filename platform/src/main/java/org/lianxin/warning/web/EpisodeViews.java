package org.lianxin.warning.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.OrderView;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Fired;
import org.lianxin.warning.domain.TrackState;
import org.lianxin.warning.episode.EpisodeRow;
import org.springframework.stereotype.Component;

/** Rows of the queues: masked, with the reasons of their rank, the efforts under way and the next clock. */
@Component
class EpisodeViews {

    private final Orders orders;
    private final Units units;
    private final PlaceNames places;
    private final Clock clock;

    EpisodeViews(Orders orders, Units units, PlaceNames places, Clock clock) {
        this.orders = orders;
        this.units = units;
        this.places = places;
        this.clock = clock;
    }

    /** @param shortName as said in the reader's own city: county and street */
    record PlaceView(String code, String name, String shortName) {}

    record HolderView(String unit, @Nullable String staff) {}

    /** @param fact what the rule saw, in words */
    record WhyView(String rule, String id, String label, int weight, String fact) {
        static WhyView of(Fired fired) {
            return new WhyView(
                    fired.rule(), fired.rule(), RuleWords.label(fired.rule()), fired.weight(), RuleWords.fact(fired));
        }
    }

    /** Each of none, sent, running, reached or failed. */
    record Tracks(String phone, String family, String visit, String bank) {}

    /**
     * @param kind normal or money
     * @param state ahead, soon or late
     */
    record ClockView(Instant at, Instant from, String what, String kind, String state) {}

    record ItemView(
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
            @Nullable PlaceView place,
            List<WhyView> why,
            int signals,
            Instant lastSignalAt,
            Tracks tracks,
            @Nullable HolderView holder,
            @Nullable ClockView clock,
            String state,
            int unsignedOrders,
            @Nullable String outcomeKind,
            long savedCents,
            @Nullable Instant closedAt) {}

    /** All rows with their orders, in two statements. */
    List<ItemView> items(Viewer viewer, List<EpisodeRow> rows) {
        Map<UUID, List<OrderView>> byEpisode = orders.onSubjects(
                "warning",
                rows.stream()
                        .filter(row -> row.state().isOpen())
                        .map(EpisodeRow::id)
                        .toList());
        return rows.stream()
                .map(row -> item(viewer, row, byEpisode.getOrDefault(row.id(), List.of())))
                .toList();
    }

    ItemView item(Viewer viewer, EpisodeRow row, List<OrderView> on) {
        List<OrderView> open = on.stream().filter(EpisodeViews::isOpen).toList();
        return new ItemView(
                row.id().toString(),
                row.number(),
                row.rank(),
                row.nameMasked(),
                row.phoneMasked(),
                row.gender(),
                row.ageDecade(),
                row.scamType(),
                RuleWords.scam(row.scamType()),
                row.level().word(),
                row.amountCents(),
                row.moneyMoving(),
                place(viewer, row),
                row.why().stream().map(WhyView::of).toList(),
                row.signalCount(),
                row.lastSignalAt(),
                tracks(on),
                holder(row),
                open.stream()
                        .map(order -> clock(row, order))
                        .min(Comparator.comparing(ClockView::at))
                        .orElse(null),
                row.state().word(),
                (int) open.stream()
                        .filter(order -> order.state().equals("issued"))
                        .count(),
                row.outcome(),
                row.savedCents(),
                row.closedAt());
    }

    private static boolean isOpen(OrderView order) {
        return order.state().equals("issued")
                || order.state().equals("signed")
                || order.state().equals("extension-asked");
    }

    private @Nullable PlaceView place(Viewer viewer, EpisodeRow row) {
        String code = row.placeCode();
        return code == null
                ? null
                : new PlaceView(code, String.valueOf(row.placeName()), places.shortName(viewer, row));
    }

    private HolderView holder(EpisodeRow row) {
        String unit = unitName(row.unitId());
        UUID staff = row.holderStaff();
        return new HolderView(
                unit,
                staff == null
                        ? null
                        : units.findStaff(staff).map(StaffRef::name).orElse(null));
    }

    private String unitName(UUID id) {
        return Optional.of(units.get(id)).map(UnitRef::name).orElse("");
    }

    private ClockView clock(EpisodeRow row, OrderView order) {
        OrderView.Step step = order.nextStep();
        Instant at = step == null ? order.dueAt() : step.at();
        Instant now = clock.instant();
        String state = at.isBefore(now) ? "late" : at.isBefore(now.plusSeconds(120)) ? "soon" : "ahead";
        String what = step == null ? Words.say("warning.clock.due") : Words.say("warning.clock.tells", step.tells());
        return new ClockView(at, order.issuedAt(), what, row.moneyMoving() ? "money" : "normal", state);
    }

    private static Tracks tracks(List<OrderView> orders) {
        return new Tracks(
                track(orders, List.of("call", "follow-up")),
                track(orders, List.of("call-others", "family", "work-unit", "village-committee")),
                track(orders, List.of("visit", "search", "take-over")),
                track(orders, List.of("bank-notice", "stop-payment")));
    }

    private static String track(List<OrderView> orders, List<String> kinds) {
        TrackState state = TrackState.NONE;
        for (OrderView order : orders) {
            OrderView.Ending ended = order.ended();
            TrackState each = TrackState.of(order.state(), ended == null ? null : ended.outcome());
            state = kinds.contains(order.kind()) && each != TrackState.ENDED ? each : state;
        }
        return state.word();
    }
}
