package org.lianxin.warning.episode;

import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.notification.CallMoved;
import org.lianxin.notification.Telephone.Ending;
import org.lianxin.shared.UnitPath;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps how far the exchange is with a call. What the network says of the person is shown, never taken for a result: that stays the
 * clerk's (TE-04). A call that never reached the person's number is kept as not made, and is no attempt (TE-03).
 */
@Component
class LineNews {

    private static final SystemJob JOB = new SystemJob("warning.line", false);

    private final ScopedTransactions transactions;
    private final CallBook book;
    private final EpisodeRows episodes;
    private final Chronicle chronicle;
    private final LiveChanges live;

    LineNews(
            ScopedTransactions transactions,
            CallBook book,
            EpisodeRows episodes,
            Chronicle chronicle,
            LiveChanges live) {
        this.transactions = transactions;
        this.book = book;
        this.episodes = episodes;
        this.chronicle = chronicle;
        this.live = live;
    }

    @EventListener
    void on(CallMoved moved) {
        transactions.runAs(JOB, () -> {
            book.onLine(moved).flatMap(episodes::find).ifPresent(episode -> tell(episode, moved));
            return moved;
        });
    }

    private void tell(EpisodeRow episode, CallMoved moved) {
        UUID id = episode.id();
        Ending ending = moved.ending();
        if (ending != null && !ending.isMade()) {
            chronicle.note(id, "call." + CallBook.NOT_MADE);
        }
        live.announce("episode", "changed", id.toString(), new UnitPath(episode.unitPath()));
    }
}
