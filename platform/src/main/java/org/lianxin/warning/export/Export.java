package org.lianxin.warning.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody asked to take out.
 *
 * @param episodes fixed when it was asked for
 * @param state asked, agreed, refused or taken
 */
public record Export(
        UUID id,
        UUID staffId,
        String madeBy,
        Instant madeAt,
        String reason,
        boolean unmasked,
        List<UUID> episodes,
        String state,
        @Nullable String decidedBy,
        @Nullable String decidedWhy) {

    public Export {
        episodes = List.copyOf(episodes);
    }
}
