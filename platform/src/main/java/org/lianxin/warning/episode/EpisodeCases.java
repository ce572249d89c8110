package org.lianxin.warning.episode;

import java.util.UUID;
import org.lianxin.order.Cases;
import org.springframework.stereotype.Component;

/** An episode that is not over needs somebody at work on it. */
@Component
class EpisodeCases implements Cases {

    private final EpisodeRows episodes;

    EpisodeCases(EpisodeRows episodes) {
        this.episodes = episodes;
    }

    @Override
    public String module() {
        return "warning";
    }

    @Override
    public boolean isOpen(UUID id) {
        return episodes.find(id).filter(row -> row.state().isOpen()).isPresent();
    }
}
