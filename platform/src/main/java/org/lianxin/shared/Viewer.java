package org.lianxin.shared;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person behind a request, in one post. Controllers take it as a parameter; it is made only by the
 * session check.
 *
 * @param staffId the person on staff
 * @param postId the post (person in unit) that is acted in
 * @param staffNumber 工号, for the audit log and the caller page
 * @param name shown to colleagues
 * @param unitId the unit of the post
 * @param unitPath where that unit stands in the tree
 * @param roles of this post
 * @param scope how far the rows reach
 * @param chosen the units of {@link DataScope#CHOSEN_UNITS}, otherwise empty
 * @param sessionId to be revoked by
 */
public record Viewer(
        UUID staffId,
        UUID postId,
        String staffNumber,
        String name,
        UUID unitId,
        UnitPath unitPath,
        Set<Role> roles,
        DataScope scope,
        List<UnitPath> chosen,
        UUID sessionId) {

    public Viewer {
        roles = Set.copyOf(roles);
        chosen = List.copyOf(chosen);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the data scope covers a unit's rows; for {@link DataScope#OWN} never, since it reaches rows, not units. */
    public boolean reaches(UnitPath unit) {
        return switch (scope) {
            case ALL -> true;
            case CHOSEN_UNITS -> chosen.stream().anyMatch(unit::isAtOrBelow);
            case UNIT_AND_BELOW -> unit.isAtOrBelow(unitPath);
            case UNIT -> unit.equals(unitPath);
            case OWN -> false;
        };
    }
}
