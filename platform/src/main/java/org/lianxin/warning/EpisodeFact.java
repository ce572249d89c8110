package org.lianxin.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a figure may know of a warning. Nothing here tells who was warned or who did the work.
 *
 * @param source who reported it first
 * @param level 0 high, 1 medium, 2 low
 * @param reachedBy phone, message, visit or track; null where nobody was spoken to, or it is not known how
 * @param unsavedCents what was counted as saved until a loss came in time (FU-04)
 */
public record EpisodeFact(
        UUID id,
        String number,
        UUID unitId,
        String unitPath,
        Instant receivedAt,
        String source,
        int level,
        String scamType,
        String state,
        @Nullable Instant reachedAt,
        @Nullable String reachedBy,
        boolean falseAlarm,
        long savedCents,
        long unsavedCents,
        long lostCents,
        FirstCall call,
        Spoken spoken) {

    /** The first call to the person's own number; both parts are missing before there is one, the result before it has one. */
    public record FirstCall(@Nullable Instant at, @Nullable Boolean reached) {}

    /** Whose script was spoken last and how the person took it; all missing where nothing was noted. */
    public record Spoken(
            @Nullable String scriptType,
            @Nullable Integer scriptVersion,
            @Nullable String belief) {}
}
