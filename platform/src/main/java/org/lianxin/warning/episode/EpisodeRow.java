package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.Fired;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.Outcome;

/** An episode as stored, with what may be seen of it before a purpose is named. */
public record EpisodeRow(
        UUID id,
        String number,
        EpisodeState state,
        UUID unitId,
        String unitPath,
        @Nullable UUID answeringUnit,
        UUID centreUnit,
        @Nullable UUID holderStaff,
        @Nullable String placeCode,
        @Nullable String placeName,
        @Nullable String routingNote,
        @Nullable String candidates,
        int urgency,
        int rank,
        List<Fired> why,
        int ruleVersion,
        Level level,
        String scamType,
        @Nullable Long amountCents,
        boolean moneyMoving,
        @Nullable String nameMasked,
        @Nullable String phoneMasked,
        @Nullable String gender,
        @Nullable Integer ageDecade,
        @Nullable String personToken,
        UUID dataKey,
        int signalCount,
        Instant firstSignalAt,
        Instant lastSignalAt,
        Instant receivedAt,
        int round,
        long savedCents,
        long lostCents,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    public EpisodeRow {
        why = List.copyOf(why);
    }

    public boolean isRouted() {
        return answeringUnit != null;
    }

    /** Whether the last outcome says that the person was dissuaded. */
    public boolean isReached() {
        return Outcome.Kind.REACHED.word().equals(outcome);
    }

    @Override
    public String toString() {
        return number;
    }
}
