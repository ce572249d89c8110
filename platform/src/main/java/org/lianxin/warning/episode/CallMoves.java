package org.lianxin.warning.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.OrderView;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.CallSteps;
import org.lianxin.warning.domain.CallSteps.Deed;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.lianxin.warning.domain.CallSteps.Move;
import org.lianxin.warning.domain.CallSteps.Step;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.stereotype.Component;

/** What follows from a call by the table {@link CallSteps}: the next attempt, a message, calls to others, a visit. The episode is locked. */
@Component
class CallMoves {

    /** Needs the number to write to; nobody sees it. */
    private static final SystemJob MESSAGES = new SystemJob("warning.call-message", true);

    private final CallBook book;
    private final NextOrders orders;
    private final Chronicle chronicle;
    private final SealedContents contents;
    private final Notifications notifications;
    private final ScopedTransactions transactions;

    CallMoves(
            CallBook book,
            NextOrders orders,
            Chronicle chronicle,
            SealedContents contents,
            Notifications notifications,
            ScopedTransactions transactions) {
        this.book = book;
        this.orders = orders;
        this.chronicle = chronicle;
        this.contents = contents;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    /** The rule that said what comes next; empty where nothing follows. */
    Optional<String> after(EpisodeRow episode, Heard heard, UUID fromUnit) {
        Step step = book.progress(episode).step();
        Optional<Move> next = CallSteps.next(step, heard, episode.moneyMoving());
        next.ifPresent(move -> {
            book.move(episode, move);
            act(episode, move, fromUnit);
        });
        return next.map(Move::rule);
    }

    private void act(EpisodeRow episode, Move move, UUID fromUnit) {
        if (move.deeds().contains(Deed.MESSAGE)) {
            write(episode, move);
        }
        List<Task> tasks = missing(episode, tasks(episode, move));
        orders.issueFrom(episode, tasks, fromUnit, "calls-" + episode.round(), null);
    }

    private List<Task> missing(EpisodeRow episode, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return tasks;
        }
        List<String> open = orders.open(episode).stream().map(OrderView::kind).toList();
        return tasks.stream().filter(task -> !open.contains(task.kind())).toList();
    }

    private static List<Task> tasks(EpisodeRow episode, Move move) {
        Urgency urgency = Plan.urgency(episode.level(), episode.moneyMoving());
        boolean high = urgency != Urgency.NORMAL;
        Duration soon = high ? Duration.ofMinutes(30) : Duration.ofHours(4);
        List<Task> tasks = new ArrayList<>();
        if (move.deeds().contains(Deed.OTHERS)) {
            String ladder = high ? "warning.high.call" : "warning.normal";
            tasks.add(new Task(move.rule(), "call-others", To.CENTRE, soon, ladder, urgency));
        }
        if (move.deeds().contains(Deed.VISIT)) {
            String ladder = high ? "warning.high.visit" : "warning.normal";
            To near = episode.isRouted() ? To.ANSWERING : To.CENTRE;
            tasks.add(new Task(move.rule(), "visit", near, soon, ladder, urgency));
        }
        return tasks;
    }

    private void write(EpisodeRow episode, Move move) {
        String template = move.heard() == Heard.REFUSED ? "warning.sms.genuine" : "warning.sms.missed";
        transactions.runAs(MESSAGES, () -> {
            PhoneNumber number = number(episode.id());
            if (number != null) {
                notifications.send(List.of(new NewMessage(
                        "warning/" + episode.id() + "/call-message/" + episode.round() + "/"
                                + move.to().word(),
                        "sms",
                        number,
                        template,
                        Words.say(
                                Locale.CHINESE,
                                template,
                                ScamType.ofCode(episode.scamType()).title()),
                        NextOrders.subject(episode),
                        episode.centreUnit())));
                chronicle.note(episode.id(), "call.message");
            }
            return template;
        });
    }

    private @Nullable PhoneNumber number(UUID episode) {
        String last = null;
        for (SealedContents.Opened each : contents.open(List.of(episode))) {
            String phone = each.content().phone();
            last = phone == null ? last : phone;
        }
        return last == null ? null : new PhoneNumber(last);
    }
}
