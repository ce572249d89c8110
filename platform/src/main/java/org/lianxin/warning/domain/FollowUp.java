package org.lianxin.warning.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether dissuasion lasted: FU-01 to FU-05. */
public final class FollowUp {

    /** FU-01: days after closing on which the person is asked again. */
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    private static final Duration FINAL_AFTER = Duration.ofDays(30);

    private FollowUp() {}

    /** What the person said, or that nobody could ask. */
    public enum Result {
        SAFE,
        LOST,
        NOT_REACHED;

        /** As in JSON and in the database: {@code not-reached}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Result> find(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /** FU-02: asked again the next day, once for each term. */
    public static Optional<Integer> again(int day, Result result) {
        return result == Result.NOT_REACHED && DAYS.contains(day) ? Optional.of(day + 1) : Optional.empty();
    }

    /** FU-04: what was counted as saved and is not, when a loss is heard of; after 30 days the figure is final (FU-05). */
    public static long takenBack(long savedCents, @Nullable Instant closedAt, Instant heardAt) {
        boolean settled = closedAt == null || heardAt.isAfter(closedAt.plus(FINAL_AFTER));
        return settled ? 0 : savedCents;
    }
}
