package org.lianxin.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.UnitPath;

/** Units and what they answer for. Reads come from a cache that follows changes within a second. */
public interface Units {

    UnitRef get(UUID id);

    Optional<UnitRef> find(UnitPath path);

    Optional<UnitRef> findByCode(String code);

    /** Every unit, parents before children. */
    List<UnitRef> list();

    /** The chain from the unit's parent up to the root. */
    List<UnitRef> above(UUID id);

    List<UnitRef> below(UUID id);

    /**
     * Which unit answers for a division: the most specific jurisdiction wins (post, grid, village, street, county, city,
     * province). Partners answer for nothing by themselves. {@link Answering.Several} when more than one unit of the same rank claims it.
     *
     * @param divisionCode 6, 9 or 12 digits
     */
    Answering answeringFor(String divisionCode);

    /**
     * As above, where an address is known too: a grid that lists one of its lines wins over the divisions.
     *
     * @param address free text below the division, for example {@code 建设路 3 号}
     */
    Answering answeringFor(String divisionCode, String address);

    /**
     * The nearest unit at or above {@code unit} with that duty, for example {@code anti-fraud-centre} or {@code command}; at each
     * level a unit directly below the one above will do as well, as a city's anti-fraud centre stands below the city.
     */
    Optional<UnitRef> withDuty(UUID unit, String duty);

    /** Who is on duty now in a unit. */
    List<StaffRef> onDuty(UUID unit);

    Optional<StaffRef> findStaff(UUID staffId);

    /** Those with a post in the unit, by staff number. */
    List<StaffRef> staffOf(UUID unit);

    /** The title of the duty somebody has in the unit now, for example {@code duty-chief}; empty when off duty. */
    List<OnDuty> duties(UUID unit);

    /** Numbers to alert a unit by: those of its staff on duty; empty when none is known. */
    default List<PhoneNumber> dutyPhones(UUID unit) {
        return List.of();
    }

    /** @param level ministry, province, city, county, station, post or partner */
    record UnitRef(UUID id, String code, UnitPath path, String name, String level) {}

    record StaffRef(UUID id, String number, String name, UUID unitId) {}

    record OnDuty(StaffRef staff, String duty) {}

    /** What {@link #answeringFor} found. */
    sealed interface Answering {
        record By(UnitRef unit) implements Answering {}

        record Nobody(String divisionCode) implements Answering {}

        record Several(List<UnitRef> units) implements Answering {}
    }
}
