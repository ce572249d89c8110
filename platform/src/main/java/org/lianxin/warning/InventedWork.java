package org.lianxin.warning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Viewer;

/** Invented warnings and work on them for an instance stamped DEMO or BENCH; throws {@link IllegalStateException} in production. */
public interface InventedWork {

    /** Whether any episode is there already. */
    boolean isBegun();

    /**
     * Closed episodes spread over the last {@code days}, content-free as after their retention: figures and repeats have a
     * past. The same seed makes the same past, relative to now.
     */
    void past(UnitRef city, int episodes, int days, long seed);

    /**
     * A warning about somebody who does not exist.
     *
     * @param receiver the unit that the source told
     * @param division below which the person lives, as a prefix of a division code; null for an address nobody can place
     * @param address what the source says instead of a place, where the division is null
     * @param level high, medium or low
     * @param before how long before now the source noticed it
     * @param again the number of an earlier one in the same list that is about the same person; null for somebody new
     */
    record Warned(
            UnitRef receiver,
            @Nullable String division,
            @Nullable String address,
            String level,
            boolean moneyMoving,
            Duration before,
            @Nullable Integer again) {}

    /** Takes the signals through the ordinary intake: ranked, routed, ordered. Returns the episode of each. */
    List<UUID> warn(List<Warned> warned, long seed);

    /** Calls the person; the result is null while it is still ringing. */
    void call(Viewer by, UUID episode, @Nullable String result);

    /** @param kind reached, refused, not-found, handed-over, partly-paid or not-believed */
    record Came(
            String kind,
            @Nullable Long savedCents,
            @Nullable String savedHow,
            @Nullable Long lostCents,
            @Nullable String note,
            @Nullable UUID toUnit,
            @Nullable UUID orderId) {}

    void outcome(Viewer by, UUID episode, Came came);

    void route(Viewer by, UUID episode, String division);

    /**
     * An awakening session, one part of it: {@code begin} asks the person in and has both specialists there, then each step by its
     * word: {@code listening}, {@code testing}, {@code reading}, {@code agreeing}; after the last the person believes.
     */
    void awaken(Viewer first, Viewer second, UUID episode, String part);

    /** Where an episode stands. */
    record Standing(
            String state,
            String level,
            @Nullable Long amountCents,
            @Nullable UUID holder) {}

    Optional<Standing> find(UUID episode);

    /** Asks to take the centre's open list out, masked; a second person decides. Returns the request. */
    UUID askForList(Viewer by, String reason);

    /**
     * A workbook of rows that are {@code old}, as the person uploads it.
     *
     * @param bad rows that cannot be taken
     * @param confirmed whether they also have it written; otherwise it waits after its dry run
     */
    UUID importRows(Viewer by, String fileName, int rows, int bad, Duration old, boolean confirmed);

    /** A few records that a stream brought for the unit and that cannot be taken. */
    void strayRecords(UnitRef unit);
}
