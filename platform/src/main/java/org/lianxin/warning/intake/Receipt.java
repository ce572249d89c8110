package org.lianxin.warning.intake;

import java.util.Locale;
import java.util.UUID;

/**
 * What became of a signal, after the commit that holds it.
 *
 * @param duplicate the same signal had come in before; nothing was changed
 */
public record Receipt(
        UUID signalId, String sourceId, UUID episodeId, String episodeNumber, Outcome outcome, boolean duplicate) {

    /** How it was taken. */
    public enum Outcome {
        /** A new episode with orders. */
        ACCEPTED,
        /** Joined an episode. */
        MERGED,
        /** Older than work: figures only. */
        HISTORY,
        /** Not taken: the source used this id for something else before. */
        CONFLICT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
