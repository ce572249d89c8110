package org.lianxin.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.shared.UnitPath;

/** Units and what they answer for. Reads come from a cache that follows changes within a second. */
public interface Units {

    UnitRef get(UUID id);

    Optional<UnitRef> find(UnitPath path);

    /** The chain from the unit's parent up to the root. */
    List<UnitRef> above(UUID id);

    List<UnitRef> below(UUID id);

    /**
     * Which unit answers for a division: the most specific jurisdiction wins (post, grid, village, street, county, city,
     * province). Empty when no unit, or more than one of the same rank, claims it.
     *
     * @param divisionCode 6, 9 or 12 digits
     */
    Answering answeringFor(String divisionCode);

    /** The nearest unit at or above {@code unit} with that duty, for example {@code anti-fraud-centre} or {@code command}. */
    Optional<UnitRef> withDuty(UUID unit, String duty);

    /** Who is on duty now in a unit. */
    List<StaffRef> onDuty(UUID unit);

    Optional<StaffRef> findStaff(UUID staffId);

    /** @param level ministry, province, city, county, station, post or partner */
    record UnitRef(UUID id, String code, UnitPath path, String name, String level) {}

    record StaffRef(UUID id, String number, String name, UUID unitId) {}

    /** What {@link #answeringFor} found. */
    sealed interface Answering {
        record By(UnitRef unit) implements Answering {}

        record Nobody(String divisionCode) implements Answering {}

        record Several(List<UnitRef> units) implements Answering {}
    }
}
