package org.lianxin.order.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.organisation.Units;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.UnitPath;

/** A tree of units whose ids follow from their paths. */
public final class InMemoryUnits implements Units {

    private final Map<UUID, UnitRef> units = new LinkedHashMap<>();
    private final Map<UUID, List<String>> duties = new HashMap<>();
    private final Map<UUID, StaffRef> staff = new HashMap<>();
    private final Map<UUID, UUID> chiefs = new HashMap<>();
    private final Map<UUID, PhoneNumber> phones = new HashMap<>();

    public static UUID id(String path) {
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    /** Tongliao with its centre and command, a county and two stations. */
    public static InMemoryUnits tongliao() {
        return new InMemoryUnits()
                .unit("15.1505.", "通辽市反诈中心", "city", "anti-fraud-centre")
                .unit("15.1505.150581.", "霍林郭勒市公安局", "county", "command")
                .unit("15.1505.150581.01.", "珠斯花派出所", "station")
                .unit("15.1505.150581.02.", "莫斯台派出所", "station")
                .unit("15.1505.150502.", "科尔沁区公安分局", "county");
    }

    public InMemoryUnits unit(String path, String name, String level, String... held) {
        String code = path.substring(path.lastIndexOf('.', path.length() - 2) + 1, path.length() - 1);
        UnitRef unit = new UnitRef(id(path), code, new UnitPath(path), name, level);
        units.put(unit.id(), unit);
        duties.put(unit.id(), List.of(held));
        return this;
    }

    public InMemoryUnits person(UUID id, String name, String path) {
        staff.put(id, new StaffRef(id, "150500", name, id(path)));
        return this;
    }

    public InMemoryUnits chief(UUID id, String path) {
        chiefs.put(id(path), id);
        return this;
    }

    public InMemoryUnits phone(String path, String e164) {
        phones.put(id(path), new PhoneNumber(e164));
        return this;
    }

    @Override
    public UnitRef get(UUID id) {
        return Optional.ofNullable(units.get(id)).orElseThrow(() -> new IllegalArgumentException("no unit " + id));
    }

    @Override
    public Optional<UnitRef> find(UnitPath path) {
        return Optional.ofNullable(units.get(id(path.value())));
    }

    @Override
    public Optional<UnitRef> findByCode(String code) {
        return units.values().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    @Override
    public List<UnitRef> list() {
        return List.copyOf(units.values());
    }

    @Override
    public List<UnitRef> above(UUID id) {
        UnitPath path = get(id).path();
        return units.values().stream()
                .filter(unit -> !unit.id().equals(id) && path.isAtOrBelow(unit.path()))
                .sorted(Comparator.comparing((UnitRef unit) -> unit.path().value())
                        .reversed())
                .toList();
    }

    @Override
    public List<UnitRef> below(UUID id) {
        UnitPath path = get(id).path();
        return units.values().stream()
                .filter(unit -> !unit.id().equals(id) && unit.path().isAtOrBelow(path))
                .toList();
    }

    @Override
    public Answering answeringFor(String divisionCode) {
        return new Answering.Nobody(divisionCode);
    }

    @Override
    public Answering answeringFor(String divisionCode, String address) {
        return answeringFor(divisionCode);
    }

    @Override
    public Optional<UnitRef> withDuty(UUID unit, String duty) {
        List<UnitRef> chain = new ArrayList<>(List.of(get(unit)));
        chain.addAll(above(unit));
        return chain.stream()
                .filter(each -> duties.getOrDefault(each.id(), List.of()).contains(duty))
                .findFirst();
    }

    @Override
    public List<StaffRef> onDuty(UUID unit) {
        return staff.values().stream()
                .filter(each -> each.unitId().equals(unit))
                .toList();
    }

    @Override
    public List<StaffRef> staffOf(UUID unit) {
        return onDuty(unit);
    }

    @Override
    public List<OnDuty> duties(UUID unit) {
        return chiefs.containsKey(unit)
                ? List.of(new OnDuty(
                        Objects.requireNonNull(staff.get(Objects.requireNonNull(chiefs.get(unit)))), "duty-chief"))
                : List.of();
    }

    @Override
    public Optional<StaffRef> findStaff(UUID staffId) {
        return Optional.ofNullable(staff.get(staffId));
    }

    @Override
    public List<PhoneNumber> dutyPhones(UUID unit) {
        return Optional.ofNullable(phones.get(unit)).stream().toList();
    }
}
