package org.lianxin.warning.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.live.LiveChanges;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.Orders;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;
import org.lianxin.warning.domain.Signal;
import org.springframework.stereotype.Component;

/** Turns the plan for new, woken and worsened episodes into orders, first messages, news to the screens and one line of audit. */
@Component
class FirstOrders {

    private final Orders orders;
    private final Notifications notifications;
    private final LiveChanges live;
    private final AuditLog audit;

    FirstOrders(Orders orders, Notifications notifications, LiveChanges live, AuditLog audit) {
        this.orders = orders;
        this.notifications = notifications;
        this.live = live;
        this.audit = audit;
    }

    void issue(List<EpisodeWork> episodes) {
        List<IssueOrder> commands = new ArrayList<>();
        List<NewMessage> messages = new ArrayList<>();
        for (EpisodeWork episode : episodes) {
            if (episode.needsOrders) {
                Plan.Facts facts = episode.planFacts();
                List<Task> tasks = Plan.tasks(facts);
                if (episode.replacesOrders) {
                    withdraw(episode, tasks);
                }
                tasks.forEach(task -> commands.add(command(episode, task)));
                if (Plan.sendsMessage(facts)) {
                    addMessage(episode, messages);
                }
            }
        }
        if (!commands.isEmpty()) {
            orders.issue(commands);
        }
        if (!messages.isEmpty()) {
            notifications.send(messages);
        }
        announce(episodes);
    }

    private void withdraw(EpisodeWork episode, List<Task> tasks) {
        orders.withdrawOpen(
                new SubjectRef("warning", episode.id),
                tasks.stream().map(Task::kind).toList(),
                Words.say(Locale.CHINESE, "warning.withdrawn.worse"));
    }

    private static IssueOrder command(EpisodeWork episode, Task task) {
        Signal signal = episode.joined.getLast().signal();
        UUID answering = episode.where.answering();
        UUID to = task.to() == To.ANSWERING && answering != null ? answering : episode.where.centre();
        String key = "warning.order." + task.kind();
        String title = Words.say(
                Locale.CHINESE,
                key,
                EpisodeFace.of(signal).nameMasked(),
                signal.scamType().title());
        return new IssueOrder(
                task.kind(),
                title,
                detail(episode),
                new SubjectRef("warning", episode.id),
                "warning/" + episode.id + "/" + task.kind() + "/" + episode.round,
                to,
                null,
                episode.joined.getLast().sender().unit().id(),
                task.dueWithin(),
                task.ladder(),
                task.urgency(),
                episode.ranking().rank());
    }

    private static String detail(EpisodeWork episode) {
        Long cents = episode.stated.amountCents();
        String place = episode.where.placeName();
        return episode.number() + (place == null ? "" : " · " + place) + (cents == null ? "" : " · ¥" + yuan(cents));
    }

    private static String yuan(long cents) {
        StringBuilder yuan = new StringBuilder().append(cents / 100);
        for (int i = yuan.length() - 3; i > 0; i -= 3) {
            yuan.insert(i, ',');
        }
        return yuan.append(cents % 100 < 10 ? ".0" : ".").append(cents % 100).toString();
    }

    private static void addMessage(EpisodeWork episode, List<NewMessage> messages) {
        PhoneNumber phone = episode.joined.getLast().signal().phone();
        if (phone != null) {
            messages.add(new NewMessage(
                    "warning/" + episode.id + "/sms/" + episode.round,
                    "sms",
                    phone,
                    "warning.sms.first",
                    Words.say(
                            Locale.CHINESE,
                            "warning.sms.first",
                            episode.joined.getLast().signal().scamType().title()),
                    new SubjectRef("warning", episode.id),
                    episode.where.centre()));
        }
    }

    /** One line per unit and batch: browsers fetch again, they do not need every id. */
    private void announce(List<EpisodeWork> episodes) {
        Map<String, @Nullable UUID> byUnit = new LinkedHashMap<>();
        for (EpisodeWork episode : episodes) {
            if (episode.state.isOpen()) {
                boolean several = byUnit.containsKey(episode.where.unitPath());
                byUnit.put(episode.where.unitPath(), several ? null : episode.id);
            }
        }
        List<Change> changes = new ArrayList<>();
        byUnit.forEach((path, id) ->
                changes.add(new Change("episode", "changed", id == null ? "many" : id.toString(), new UnitPath(path))));
        live.announce(changes);
    }

    void note(List<Prepared> batch, int written) {
        String senders = String.join(
                ", ",
                batch.stream()
                        .map(each -> each.sender().name())
                        .distinct()
                        .limit(5)
                        .toList());
        audit.deed(new AuditLog.Deed("warning.signals.taken", null, written, "done", senders));
    }
}
