package org.lianxin.order.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

/**
 * Who acts on an order.
 *
 * @param name for the history: a person's name or a job's
 * @param staff null when the service itself acts
 */
public record Actor(
        String name,
        @Nullable UUID staff,
        @Nullable UUID unit,
        @Nullable UnitPath path,
        Set<Role> roles) {

    public static Actor of(Viewer viewer) {
        return new Actor(viewer.name(), viewer.staffId(), viewer.unitId(), viewer.unitPath(), viewer.roles());
    }

    public static Actor service(String job) {
        return new Actor(job, null, null, null, Set.of());
    }

    public boolean isService() {
        return staff == null;
    }

    boolean leads() {
        return roles.contains(Role.UNIT_HEAD) || roles.contains(Role.DISPATCHER);
    }

    boolean isIn(Party party) {
        return party.unit().equals(unit);
    }

    boolean isAbove(Party party) {
        return path != null && party.path().isAtOrBelow(path) && !party.path().equals(path);
    }
}
