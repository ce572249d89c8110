package org.lianxin.warning.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.Columns.Column;

/** An import as stored. {@code processed} and the tally are of the phase at work: the dry run or the writing. */
public record ImportRow(
        UUID id,
        String number,
        UUID unitId,
        UnitPath unitPath,
        String madeBy,
        @Nullable UUID staffId,
        Instant madeAt,
        String fileName,
        long bytes,
        UUID dataKey,
        Handling handling,
        ImportState state,
        @Nullable String sheet,
        List<Column> columns,
        int rows,
        Tally tally,
        int stoppedCells,
        int processed,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant readAt,
        @Nullable Problem problem,
        @Nullable Integer keptHandled) {

    /** Why it failed; the sentence is {@code warning.file.<code>}. */
    public record Problem(String code, List<String> arguments) {}

    /**
     * How the work on it goes.
     *
     * @param uploaded the whole file is here
     * @param attempts how often it was taken up since it last got on
     */
    public record Handling(boolean uploaded, int attempts) {}

    /** Whether this person, or the machine with this token, brought it. */
    public boolean isOf(@Nullable UUID staff, String name) {
        return staff == null ? staffId == null && madeBy.equals(name) : staff.equals(staffId);
    }

    public ImportRow {
        columns = List.copyOf(columns);
    }
}
