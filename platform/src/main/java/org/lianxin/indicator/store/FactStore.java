package org.lianxin.indicator.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;
import org.lianxin.warning.EpisodeFact;

/** Facts of warnings, and their counts per day and unit, which follow them. Call inside a transaction. */
public interface FactStore {

    /** Waits for nobody: false when another node is at it. Held until the transaction ends. */
    boolean tryLock();

    /** Waits until nobody else is at it. */
    void lock();

    /** Takes these in the place of what was known of the same warnings, and forgets {@code gone}; counts anew where that changes anything. */
    void learn(List<EpisodeFact> facts, List<UUID> gone);

    /** Forgets all facts and all counts that facts can still make. */
    void forgetAll();

    /** After {@link #forgetAll}: takes these without counting them. */
    void take(List<EpisodeFact> facts);

    /** After the last {@link #take}: counts all of them at once. */
    void countAll();

    /** What lies behind a figure, the latest first; within the scope of the transaction. */
    List<Row> list(Behind behind, @Nullable Cursor after, int most);

    /** Warnings since a day, counted by how they were gone about; by jobs only. */
    List<Tried> tried(UnitPath unit, LocalDate since);

    /** @param condition the figure's word */
    record Behind(UnitPath unit, LocalDate from, LocalDate to, String condition) {}

    record Cursor(Instant at, UUID id) {}

    /** One warning behind a figure: no person in it. */
    record Row(
            UUID id,
            String number,
            UUID unitId,
            Instant receivedAt,
            String source,
            int level,
            String scamType,
            String state,
            @Nullable Instant reachedAt,
            @Nullable String reachedBy,
            boolean falseAlarm,
            long savedCents,
            long lostCents) {}

    /**
     * @param what script, channel or hour
     * @param key of the group
     * @param believed of those of whom it is known how they took it
     */
    record Tried(String what, String key, long of, long reached, long told, long believed, long saved) {}
}
