package org.lianxin.indicator.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianxin.indicator.board.FigureRows;
import org.lianxin.indicator.store.FactStore;

/** A warning behind a figure, as the page lists it. */
record RowView(
        String id,
        String number,
        String unit,
        Instant receivedAt,
        String source,
        int level,
        String scamType,
        String state,
        @Nullable Instant reachedAt,
        @Nullable String reachedBy,
        boolean falseAlarm,
        long savedCents,
        long lostCents) {

    static RowView of(FigureRows.Behind behind) {
        FactStore.Row row = behind.fact();
        return new RowView(
                row.id().toString(),
                row.number(),
                behind.unit(),
                row.receivedAt(),
                row.source(),
                row.level(),
                row.scamType(),
                row.state(),
                row.reachedAt(),
                row.reachedBy(),
                row.falseAlarm(),
                row.savedCents(),
                row.lostCents());
    }
}
