package org.lianxin.warning.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.organisation.Units;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.shared.UnitPath;

/** The city of Tongliao as units: one for the city, one per county, a station per street. */
public final class TongliaoUnits implements Units {

    private final Map<UUID, UnitRef> byId = new HashMap<>();
    private final Map<String, UnitRef> byDivision = new HashMap<>();
    public final UnitRef city;

    public TongliaoUnits(Places places) {
        city = add("150500", new UnitPath("15.1505."), "通辽市反诈中心", "city");
        for (Division county : places.listChildren("150500")) {
            UnitRef bureau = add(county.code(), city.path().child(county.code()), county.name() + "公安局", "county");
            for (Division street : places.listChildren(county.code())) {
                add(street.code(), bureau.path().child(street.code()), street.name() + "派出所", "station");
            }
        }
    }

    private UnitRef add(String code, UnitPath path, String name, String level) {
        UnitRef unit = new UnitRef(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                code,
                path,
                name,
                level);
        byId.put(unit.id(), unit);
        byDivision.put(code, unit);
        return unit;
    }

    public UnitRef of(String divisionCode) {
        return java.util.Objects.requireNonNull(byDivision.get(divisionCode));
    }

    @Override
    public UnitRef get(UUID id) {
        return java.util.Objects.requireNonNull(byId.get(id));
    }

    @Override
    public Optional<UnitRef> find(UnitPath path) {
        return byId.values().stream().filter(each -> each.path().equals(path)).findFirst();
    }

    @Override
    public List<UnitRef> above(UUID id) {
        List<UnitRef> above = new ArrayList<>();
        UnitPath path = get(id).path();
        byId.values().stream()
                .filter(each -> path.isAtOrBelow(each.path()) && !each.path().equals(path))
                .sorted((a, b) -> b.path().value().length() - a.path().value().length())
                .forEach(above::add);
        return above;
    }

    @Override
    public List<UnitRef> below(UUID id) {
        return byId.values().stream()
                .filter(each -> each.path().isAtOrBelow(get(id).path()))
                .toList();
    }

    @Override
    public Answering answeringFor(String divisionCode) {
        for (int length : new int[] {12, 9, 6}) {
            if (divisionCode.length() >= length) {
                UnitRef unit = byDivision.get(divisionCode.substring(0, length));
                if (unit != null) {
                    return new Answering.By(unit);
                }
            }
        }
        return divisionCode.equals("150500") ? new Answering.By(city) : new Answering.Nobody(divisionCode);
    }

    @Override
    public Answering answeringFor(String divisionCode, String address) {
        return answeringFor(divisionCode);
    }

    @Override
    public Optional<UnitRef> findByCode(String code) {
        return Optional.ofNullable(byDivision.get(code));
    }

    @Override
    public List<UnitRef> list() {
        return byId.values().stream()
                .sorted(java.util.Comparator.comparing(each -> each.path().value()))
                .toList();
    }

    @Override
    public Optional<UnitRef> withDuty(UUID unit, String duty) {
        return get(unit).level().equals("station") ? Optional.of(above(unit).getFirst()) : Optional.of(get(unit));
    }

    @Override
    public List<StaffRef> staffOf(UUID unit) {
        return List.of();
    }

    @Override
    public List<OnDuty> duties(UUID unit) {
        return List.of();
    }

    @Override
    public List<StaffRef> onDuty(UUID unit) {
        return List.of();
    }

    @Override
    public Optional<StaffRef> findStaff(UUID staffId) {
        return Optional.empty();
    }
}
