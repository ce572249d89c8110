package org.lianxin.warning.episode;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;
import org.springframework.stereotype.Component;

/** FU-01: when a follow-up is due, the centre is told to ask. */
@Component
class FollowUpOrders implements LaterWork {

    private static final Task ASK =
            new Task("FU-01", "follow-up", To.CENTRE, Duration.ofHours(24), "warning.normal", Urgency.NORMAL);

    private final FollowUpBook book;
    private final NextOrders orders;

    FollowUpOrders(FollowUpBook book, NextOrders orders) {
        this.book = book;
        this.orders = orders;
    }

    @Override
    public List<UUID> due(int most) {
        return book.due(most);
    }

    @Override
    public boolean act(EpisodeRow episode) {
        if (episode.closedAt() == null) {
            return false;
        }
        List<Integer> days = book.takeDue(episode);
        boolean asked =
                orders.open(episode).stream().anyMatch(order -> order.kind().equals(ASK.kind()));
        if (!days.isEmpty() && !asked) {
            String suffix = "follow-up-" + episode.round() + "-" + days.getLast();
            orders.issueFrom(episode, List.of(ASK), episode.centreUnit(), suffix, null);
        }
        return !days.isEmpty();
    }
}
