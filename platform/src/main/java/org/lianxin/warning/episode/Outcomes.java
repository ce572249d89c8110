package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.live.LiveChanges;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.Outcome;
import org.lianxin.warning.domain.Outcome.Kind;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Search.Contact;
import org.lianxin.warning.domain.Track;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what came of it, closes the orders it answers, and issues those that follow. */
@Component
public class Outcomes {

    private static final List<String> FACE_TO_FACE = List.of("visit", "search", "take-over");

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final Chronicle chronicle;
    private final LiveChanges live;
    private final AuditLog audit;
    private final FollowUpBook followUps;
    private final TrackEnds ends;
    private final JdbcClient jdbc;

    Outcomes(
            EpisodeRows episodes,
            NextOrders orders,
            Routes.Books books,
            FollowUpBook followUps,
            TrackEnds ends,
            JdbcClient jdbc) {
        this.episodes = episodes;
        this.ends = ends;
        this.orders = orders;
        this.chronicle = books.chronicle();
        this.live = books.live();
        this.audit = books.audit();
        this.followUps = followUps;
        this.jdbc = jdbc;
    }

    /**
     * @param orderId the order that was acted on; null takes the one the person or unit holds
     * @param toUnit who takes over, for handed-over
     * @param falseAlarm WA-27: the person was reached and is not being cheated
     */
    public record Recording(
            UUID episode,
            Outcome outcome,
            @Nullable UUID orderId,
            @Nullable UUID toUnit,
            boolean falseAlarm) {

        /** WA-27. */
        private boolean isFlawedAlarm() {
            Long saved = outcome.savedCents();
            return falseAlarm && (outcome.kind() != Kind.REACHED || (saved != null && saved > 0));
        }
    }

    /** Call in the viewer's transaction. */
    public void record(Viewer viewer, Recording recording) {
        EpisodeRow episode = episodes.lock(recording.episode()).orElseThrow(Refused::missing);
        Outcome outcome = recording.outcome();
        outcome.flaw().ifPresent(Outcomes::refuse);
        if (outcome.kind() == Kind.HANDED_OVER && recording.toUnit() == null) {
            refuse("handed-over-needs-unit");
        }
        if (recording.isFlawedAlarm()) {
            refuse("false-alarm-only-reached");
        }
        LifeCycle.Move move = LifeCycle.find(episode.state(), outcome.kind().deed())
                .orElseThrow(() -> Refused.of(409, "warning.episode-closed"));
        Optional<OrderView> acted = orders.actedOn(episode, viewer, recording.orderId(), NextOrders.WORK);
        int number = chronicle.outcomes(episode.id()) + 1;
        String kind = acted.map(OrderView::kind).orElse("call");
        update(episode, viewer, recording, move.to(), kind);
        closeOrders(episode, viewer, outcome, acted);
        issueNext(episode, viewer, recording, number);
        if (outcome.kind() == Kind.REACHED) {
            followUps.plan(episode);
        }
        chronicle.keepWords(episode, words(outcome));
        chronicle.note(
                episode.id(),
                "outcome." + outcome.kind().word(),
                new Chronicle.Detail(
                        acted.map(OrderView::kind).orElse(null),
                        outcome.savedCents(),
                        outcome.lostCents(),
                        null,
                        null));
        audit.deed(new AuditLog.Deed(
                "warning.outcome." + outcome.kind().word(), NextOrders.subject(episode), 1, "done", amounts(outcome)));
        live.announce("episode", "outcome", episode.id().toString(), new UnitPath(episode.unitPath()));
    }

    private static void refuse(String flaw) {
        String key = "warning.outcome-flaw." + flaw;
        throw new Refused(422, "warning.outcome-" + flaw, Words.say(key), java.util.Map.of());
    }

    /** By which way the person was reached, where this is the first time. Whoever adds a kind of order says which way it is. */
    private static String way(String orderKind) {
        return switch (orderKind) {
            case "visit", "search", "take-over" -> "visit";
            case "call", "follow-up", "route" -> "phone";
            case "call-others" -> "track";
            default ->
                throw new IllegalStateException("nobody reaches a person by an order of kind " + orderKind
                        + ". Maybe it is new in NextOrders.WORK.");
        };
    }

    private void update(EpisodeRow episode, Viewer viewer, Recording recording, EpisodeState to, String orderKind) {
        Outcome outcome = recording.outcome();
        boolean reached = outcome.kind().isSpokenTo();
        jdbc.sql("""
                        update warning.episode
                        set state = :state, outcome = :outcome, holder_staff = :staff,
                            saved_cents = saved_cents + :saved, lost_cents = lost_cents + :lost,
                            reached_at = case when :reached then coalesce(reached_at, lianxin_now()) else reached_at end,
                            reached_by = case when :reached and reached_at is null then :way else reached_by end,
                            false_alarm = :falseAlarm,
                            seen_at = case when :seen then coalesce(seen_at, lianxin_now()) else seen_at end,
                            closed_at = case when :closed then lianxin_now() else null end
                        where id = :id
                        """)
                .param("state", to.word())
                .param("outcome", outcome.kind().word())
                .param("staff", viewer.staffId())
                .param("saved", outcome.savedCents() == null ? 0 : outcome.savedCents())
                .param("lost", outcome.lostCents() == null ? 0 : outcome.lostCents())
                .param("reached", reached)
                .param("way", way(orderKind))
                .param("falseAlarm", recording.falseAlarm())
                .param("seen", reached && FACE_TO_FACE.contains(orderKind))
                .param("closed", !to.isOpen())
                .param("id", episode.id())
                .update();
    }

    private void closeOrders(EpisodeRow episode, Viewer viewer, Outcome outcome, Optional<OrderView> acted) {
        acted.ifPresent(order -> orders.meet(order, outcome.kind().word(), amounts(outcome)));
        Track how = acted.flatMap(order -> Track.ofKind(order.kind()))
                .orElse(viewer.has(Role.VISITING_OFFICER) ? Track.VISIT : Track.PHONE);
        String others = Words.say(Locale.CHINESE, "warning.withdrawn.other-reached");
        switch (outcome.kind()) {
            case REACHED -> {
                ends.end(episode, viewer, how, Contact.DISSUADED);
                orders.withdraw(episode, NextOrders.ENDED, others);
            }
            case HANDED_OVER -> orders.withdraw(episode, NextOrders.ENDED, others);
            case PARTLY_PAID, NOT_BELIEVED -> ends.end(episode, viewer, how, Contact.UNPERSUADED);
            case REFUSED, NOT_FOUND -> {}
        }
    }

    /** What is ordered already and still open is not ordered twice. */
    private void issueNext(EpisodeRow episode, Viewer viewer, Recording recording, int number) {
        List<Task> tasks = recording.outcome().next(episode.level(), episode.moneyMoving(), episode.isRouted());
        if (tasks.isEmpty()) {
            return;
        }
        List<String> open = orders.open(episode).stream().map(OrderView::kind).toList();
        List<Task> missing =
                tasks.stream().filter(task -> !open.contains(task.kind())).toList();
        orders.issue(episode, missing, viewer, "outcome-" + number, recording.toUnit());
    }

    /** What people write is kept sealed; the history and the log hold figures only. */
    private static @Nullable String words(Outcome outcome) {
        String how = outcome.savedHow();
        String note = outcome.note() == null ? "" : outcome.note();
        String all = how == null || how.isBlank() ? note : how.strip() + "\n" + note;
        return all.isBlank() ? null : all.strip();
    }

    private static String amounts(Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.kind().word());
        if (outcome.savedCents() != null) {
            text.append(", saved ").append(yuan(outcome.savedCents()));
        }
        if (outcome.lostCents() != null) {
            text.append(", lost ").append(yuan(outcome.lostCents()));
        }
        return text.toString();
    }

    private static String yuan(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }
}
