package org.lianxin.warning.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.domain.Problem;

/**
 * A record in quarantine, without what it says.
 *
 * @param source as whom its topic may submit
 * @param decidedBy whoever took or set it aside, by staff number
 */
public record QuarantineRow(
        UUID id,
        UUID unitId,
        UnitPath unitPath,
        String source,
        String topic,
        int partition,
        long offset,
        int bytes,
        Instant cameAt,
        List<Problem> problems,
        QuarantineState state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        UUID dataKey) {

    public QuarantineRow {
        problems = List.copyOf(problems);
    }

    /** Where it lies at the broker. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
