package org.lianxin.bench.city;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.UnitPath;

/** The units of Tongliao: the city with its centre, the counties, a station for every street. */
public final class CityUnits {

    public static final String CITY_CODE = "1505";

    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    /** @param divisions what the unit answers for; none for the province */
    public record Unit(
            UUID id,
            @Nullable UUID parent,
            String code,
            String name,
            String level,
            UnitPath path,
            List<String> duties,
            List<String> divisions) {}

    private CityUnits() {}

    public static CityUnits create() {
        CityUnits units = new CityUnits();
        Unit province = units.add(null, "15", "内蒙古自治区公安厅", "province", List.of());
        Unit city = units.add(
                province, CITY_CODE, "通辽市反诈中心", "city", List.of("anti-fraud-centre", "command", "stop-payment"));
        for (Place place : Place.all()) {
            Unit county = units.byCode.containsKey(place.countyCode())
                    ? units.get(place.countyCode())
                    : units.add(city, place.countyCode(), place.county() + "公安局", "county", List.of("command"));
            if (!units.byCode.containsKey(place.streetCode())) {
                units.add(county, place.streetCode(), place.street() + "派出所", "station", List.of());
            }
        }
        return units;
    }

    private Unit add(@Nullable Unit parent, String code, String name, String level, List<String> duties) {
        UnitPath path =
                parent == null ? new UnitPath(code + ".") : parent.path().child(code);
        List<String> divisions = parent == null ? List.of() : List.of(code);
        Unit unit = new Unit(
                id("unit/" + code), parent == null ? null : parent.id(), code, name, level, path, duties, divisions);
        byCode.put(code, unit);
        return unit;
    }

    /** The same name, the same id: a folder that was kept can be settled again. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Every unit, parents before children. */
    public List<Unit> list() {
        return new ArrayList<>(byCode.values());
    }

    public Unit get(String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalArgumentException("there is no unit " + code);
        }
        return unit;
    }

    public Unit city() {
        return get(CITY_CODE);
    }

    public List<Unit> ofLevel(String level) {
        return list().stream().filter(each -> each.level().equals(level)).toList();
    }
}
