package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.LifeCycle;
import org.springframework.stereotype.Component;

/** Undoes what joining got wrong: takes signals out of an episode, or puts two episodes together. Nothing a source said is lost. */
@Component
public class Parting {

    private static final SystemJob JOB = new SystemJob("warning.join-check", true);

    private final ScopedTransactions transactions;
    private final EpisodeRows episodes;
    private final Regrouping regrouping;
    private final NextOrders orders;
    private final Routes.Books books;

    Parting(
            ScopedTransactions transactions,
            EpisodeRows episodes,
            Regrouping regrouping,
            NextOrders orders,
            Routes.Books books) {
        this.transactions = transactions;
        this.episodes = episodes;
        this.regrouping = regrouping;
        this.orders = orders;
        this.books = books;
    }

    /** The signals become an episode of their own. Call in the viewer's transaction. */
    public void split(Viewer viewer, UUID id, List<UUID> signals) {
        EpisodeRow episode = lock(id, LifeCycle.Deed.SPLIT);
        List<UUID> own = episodes.listSignals(id).stream()
                .map(EpisodeRows.SignalRow::id)
                .filter(signals::contains)
                .toList();
        if (own.size() != signals.stream().distinct().count()) {
            throw Refused.missing();
        }
        if (own.size() == episode.signalCount()) {
            throw Refused.of(422, "warning.split-all");
        }
        transactions.runAs(JOB, () -> {
            EpisodeRow parted = regrouping.split(episode, own);
            books.chronicle().note(id, "split", Chronicle.Detail.episode(parted.number()));
            books.chronicle().note(parted.id(), "split-from", Chronicle.Detail.episode(episode.number()));
            books.audit()
                    .deed(new AuditLog.Deed(
                            "warning.split", NextOrders.subject(episode), own.size(), "done", parted.number()));
            if (parted.state().isOpen()) {
                orders.issue(parted, regrouping.plan(parted), viewer, Integer.toString(parted.round()), null);
            }
            announce(episode);
            announce(parted);
            return parted;
        });
    }

    /** The other episode's signals come over; it stays behind closed, with its history. */
    public void join(Viewer viewer, UUID id, String otherNumber) {
        EpisodeRow episode = lock(id, LifeCycle.Deed.JOIN);
        UUID otherId = episodes.findByNumber(otherNumber).orElseThrow(Refused::missing);
        if (otherId.equals(id)) {
            throw Refused.of(422, "warning.join-itself");
        }
        EpisodeRow other = lock(otherId, LifeCycle.Deed.JOIN);
        transactions.runAs(JOB, () -> {
            regrouping.join(episode, other);
            orders.withdraw(other, List.of(), Words.say(Locale.CHINESE, "warning.withdrawn.joined"));
            books.chronicle().note(id, "joined", Chronicle.Detail.episode(other.number()));
            books.chronicle().note(otherId, "joined-into", Chronicle.Detail.episode(episode.number()));
            books.audit()
                    .deed(new AuditLog.Deed(
                            "warning.joined",
                            NextOrders.subject(episode),
                            other.signalCount(),
                            "done",
                            other.number()));
            announce(episode);
            announce(other);
            return episode;
        });
    }

    private EpisodeRow lock(UUID id, LifeCycle.Deed deed) {
        EpisodeRow episode = episodes.lock(id).orElseThrow(Refused::missing);
        if (LifeCycle.find(episode.state(), deed).isEmpty()) {
            throw Refused.of(409, "warning.episode-closed");
        }
        return episode;
    }

    private void announce(EpisodeRow episode) {
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }
}
