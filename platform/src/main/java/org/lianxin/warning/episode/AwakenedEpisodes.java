package org.lianxin.warning.episode;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Plan.Task;
import org.springframework.stereotype.Component;

/** What an awakening session is to its episode: a line of its story, words that are kept, orders to see the person again. */
@Component
public class AwakenedEpisodes {

    private final EpisodeRows episodes;
    private final NextOrders orders;
    private final Routes.Books books;

    AwakenedEpisodes(EpisodeRows episodes, NextOrders orders, Routes.Books books) {
        this.episodes = episodes;
        this.orders = orders;
        this.books = books;
    }

    /** An episode about which a session may begin, kept from changing. Nobody is asked in about what has ended (AW-12). */
    public EpisodeRow lockOpen(UUID id) {
        EpisodeRow episode = lock(id);
        if (!episode.state().isOpen()) {
            throw Refused.of(409, "warning.episode-closed");
        }
        return episode;
    }

    public EpisodeRow lock(UUID id) {
        return episodes.lock(id).orElseThrow(Refused::missing);
    }

    public Optional<EpisodeRow> find(UUID id) {
        return episodes.find(id);
    }

    /** @param what {@code opened}, {@code done} or {@code broken-off}; a line of the story and of the audit log */
    public void tell(EpisodeRow episode, String what) {
        books.chronicle().note(episode.id(), "awakening." + what);
        books.audit()
                .deed(new AuditLog.Deed("warning.awakening." + what, NextOrders.subject(episode), 1, "done", null));
        announce(episode);
    }

    public void announce(EpisodeRow episode) {
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }

    /** Sealed, and read like all words about an episode: for a purpose. */
    public void keepWords(EpisodeRow episode, @Nullable String words) {
        books.chronicle().keepWords(episode, words);
    }

    /** AW-09: somebody sees the person again. What is ordered already and open is not ordered twice; what has ended in the meantime has its own follow-up (FU-01). */
    public void again(EpisodeRow episode, Viewer by, List<Task> tasks, UUID session) {
        if (!episode.state().isOpen()) {
            return;
        }
        List<String> open = orders.open(episode).stream().map(OrderView::kind).toList();
        List<Task> missing =
                tasks.stream().filter(task -> !open.contains(task.kind())).toList();
        orders.issue(episode, missing, by, "awakening-" + session, null);
    }
}
