package org.lianxin.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;

/**
 * Sets up units and people in bulk: for the import, the demo city and tests. Everything is found again by its code, number or
 * account, so the same roster may be applied twice; what it does not name stays as it is.
 */
public interface Staffing {

    /**
     * Applies the roster in the caller's transaction, or in one of its own as a job where there is none.
     *
     * @throws IllegalArgumentException when it names a unit that is neither there nor in it
     */
    Applied apply(Roster roster);

    /**
     * A viewer for code that acts as somebody without a browser; refused in an instance stamped PRODUCTION.
     *
     * @param account the sign-in name, or the staff number of somebody who has none
     */
    Viewer actAs(String account);

    /** Units with parents before children, then people. */
    record Roster(List<NewUnit> units, List<NewStaff> staff) {
        public Roster {
            units = List.copyOf(units);
            staff = List.copyOf(staff);
        }
    }

    /**
     * @param code unique, letters, digits and hyphens; the path is made of the codes from the root down
     * @param level ministry, province, city, county, station, post or partner
     * @param kind {@code police}, or what kind of partner
     * @param duties for example {@code anti-fraud-centre}, {@code command}, {@code stop-payment}
     */
    record NewUnit(
            String code,
            @Nullable String parentCode,
            String name,
            String level,
            String kind,
            List<String> duties,
            List<NewJurisdiction> jurisdictions) {}

    /**
     * @param kind division, grid or post
     * @param code the division's code, or the grid's or post's own
     * @param name null for a division: its official name is taken
     * @param parts division codes of 2, 4, 6, 9 or 12 digits and, for grids, address lines; a division's own code when empty
     */
    record NewJurisdiction(
            String kind, String code, @Nullable String name, List<String> parts) {

        public static NewJurisdiction ofDivision(String code) {
            return new NewJurisdiction("division", code, null, List.of(code));
        }
    }

    /**
     * @param account sign-in name, lower case; null for people who do not sign in
     * @param password set when given; null leaves it as it is
     * @param posts the first is the one that a session begins in
     */
    record NewStaff(
            String number,
            String name,
            @Nullable String account,
            @Nullable String password,
            @Nullable String phone,
            List<NewPost> posts,
            List<NewDuty> duties) {

        @Override
        public String toString() {
            return "NewStaff[" + number + "]";
        }
    }

    /** @param chosenUnitCodes the units of {@link DataScope#CHOSEN_UNITS} */
    record NewPost(String unitCode, String title, Set<Role> roles, DataScope scope, List<String> chosenUnitCodes) {}

    /** @param duty for example {@code duty-officer}, {@code duty-chief} */
    record NewDuty(String unitCode, String duty, Instant from, Instant until) {}

    /** Ids by unit code and by staff number. */
    record Applied(Map<String, UUID> units, Map<String, UUID> staff) {}
}
