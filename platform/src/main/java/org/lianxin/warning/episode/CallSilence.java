package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;
import org.lianxin.warning.domain.CallSteps.Heard;
import org.springframework.stereotype.Component;

/** CA-09: a message that nobody answered in its time; then somebody goes there. */
@Component
class CallSilence implements LaterWork {

    private final CallBook book;
    private final CallMoves moves;

    CallSilence(CallBook book, CallMoves moves) {
        this.book = book;
        this.moves = moves;
    }

    @Override
    public List<UUID> due(int most) {
        return book.silent(most);
    }

    @Override
    public boolean act(EpisodeRow episode) {
        return book.isSilent(episode.id())
                && moves.after(episode, Heard.SILENCE, episode.centreUnit()).isPresent();
    }
}
