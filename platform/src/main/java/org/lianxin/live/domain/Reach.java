package org.lianxin.live.domain;

import java.util.List;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

/**
 * Which units' changes a viewer is told of. Who sees only the own unit or own orders is told of the own unit: a change carries
 * ids alone, and fetching them asks row security again.
 */
public final class Reach {

    private final boolean all;
    private final boolean below;
    private final List<UnitPath> units;

    private Reach(boolean all, boolean below, List<UnitPath> units) {
        this.all = all;
        this.below = below;
        this.units = units;
    }

    public static Reach of(Viewer viewer) {
        return switch (viewer.scope()) {
            case DataScope.ALL -> new Reach(true, true, List.of());
            case DataScope.CHOSEN_UNITS -> new Reach(false, true, viewer.chosen());
            case DataScope.UNIT_AND_BELOW -> new Reach(false, true, List.of(viewer.unitPath()));
            case DataScope.UNIT, DataScope.OWN -> new Reach(false, false, List.of(viewer.unitPath()));
        };
    }

    public boolean covers(UnitPath unit) {
        if (all) {
            return true;
        }
        for (UnitPath each : units) {
            if (below ? unit.isAtOrBelow(each) : unit.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
