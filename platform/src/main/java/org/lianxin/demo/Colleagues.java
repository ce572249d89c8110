package org.lianxin.demo;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;

/** The invented people nobody signs in as. */
@Component
class Colleagues {

    static final String COMMANDER = "TL0002";
    static final String CHIEF = "TL0003";
    static final String STOPPER = "TL0004";
    private static final int CITY_CLERKS = 12;

    private final Staffing staffing;
    private final Units units;
    private final Map<String, Viewer> known = new ConcurrentHashMap<>();

    Colleagues(Staffing staffing, Units units) {
        this.staffing = staffing;
        this.units = units;
    }

    static String officer(String station, int one) {
        return "P" + station + one;
    }

    static String countyClerk(String county, int one) {
        return "C" + county + one;
    }

    Viewer numbered(String number) {
        return known.computeIfAbsent(number, staffing::actAs);
    }

    Viewer cityClerk(int any) {
        return numbered("TL00" + (20 + Math.floorMod(any, CITY_CLERKS)));
    }

    /** Somebody who does the work of this unit: a clerk of a centre, an officer of a station. */
    Viewer of(UUID unit, int any) {
        UnitRef ref = units.get(unit);
        return switch (ref.level()) {
            case "station" -> numbered(officer(ref.code(), 1 + Math.floorMod(any, 2)));
            case "county" -> numbered(countyClerk(ref.code(), 1 + Math.floorMod(any, 2)));
            default -> cityClerk(any);
        };
    }
}
