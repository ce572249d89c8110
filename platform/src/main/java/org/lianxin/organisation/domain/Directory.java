package org.lianxin.organisation.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.Answering;
import org.lianxin.organisation.Units.OnDuty;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;

/** Everything about units that is asked often, as of one moment. Immutable. */
public final class Directory {

    private final long revision;
    private final Map<UUID, UnitRef> units;
    private final Map<String, UnitRef> byPath;
    private final Map<String, UnitRef> byCode;
    private final Map<UUID, Set<String>> dutiesOfUnits;
    private final Map<UUID, StaffRef> staff;
    private final Map<UUID, List<StaffRef>> staffOfUnits;
    private final Map<UUID, List<Shift>> shifts;
    private final Jurisdictions jurisdictions;

    /** What a directory is made of, as it was read. */
    public record Content(
            long revision,
            List<UnitRef> units,
            Map<UUID, Set<String>> dutiesOfUnits,
            List<StaffRef> staff,
            List<Membership> memberships,
            List<Shift> shifts,
            List<Jurisdictions.Claim> claims) {}

    public record Membership(UUID unit, UUID staff) {}

    public record Shift(UUID unit, UUID staff, String duty, Instant from, Instant until) {}

    public Directory(Content content) {
        revision = content.revision;
        units = content.units.stream()
                .sorted(Comparator.comparing(unit -> unit.path().value()))
                .collect(Collectors.toMap(UnitRef::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        byPath = units.values().stream()
                .collect(Collectors.toMap(unit -> unit.path().value(), Function.identity()));
        byCode = units.values().stream().collect(Collectors.toMap(UnitRef::code, Function.identity()));
        dutiesOfUnits = Map.copyOf(content.dutiesOfUnits);
        staff = content.staff.stream().collect(Collectors.toMap(StaffRef::id, Function.identity()));
        staffOfUnits = new HashMap<>();
        Comparator<StaffRef> byNumber = Comparator.comparing(StaffRef::number);
        content.memberships.stream()
                .filter(each -> staff.containsKey(each.staff))
                .collect(Collectors.groupingBy(Membership::unit))
                .forEach((unit, members) -> staffOfUnits.put(
                        unit,
                        members.stream()
                                .map(each -> staffOf(each.staff))
                                .distinct()
                                .sorted(byNumber)
                                .toList()));
        shifts = content.shifts.stream()
                .filter(each -> staff.containsKey(each.staff))
                .collect(Collectors.groupingBy(Shift::unit));
        jurisdictions = new Jurisdictions(content.claims.stream()
                .filter(claim -> !unit(claim.unit()).level().equals("partner"))
                .toList());
    }

    public long revision() {
        return revision;
    }

    /** Throws for an unknown id. */
    public UnitRef unit(UUID id) {
        UnitRef unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException("no unit " + id);
        }
        return unit;
    }

    public @Nullable UnitRef findPath(String path) {
        return byPath.get(path);
    }

    public @Nullable UnitRef findCode(String code) {
        return byCode.get(code);
    }

    public @Nullable StaffRef findStaff(UUID id) {
        return staff.get(id);
    }

    public List<UnitRef> list() {
        return List.copyOf(units.values());
    }

    /** From the parent up to the root. */
    public List<UnitRef> above(UUID id) {
        String path = unit(id).path().value();
        List<UnitRef> chain = new java.util.ArrayList<>();
        for (int end = path.lastIndexOf('.', path.length() - 2); end > 0; end = path.lastIndexOf('.', end - 1)) {
            UnitRef above = byPath.get(path.substring(0, end + 1));
            if (above != null) {
                chain.add(above);
            }
        }
        return chain;
    }

    public List<UnitRef> below(UUID id) {
        UnitRef top = unit(id);
        return units.values().stream()
                .filter(each -> !each.id().equals(id) && each.path().isAtOrBelow(top.path()))
                .toList();
    }

    /** The unit itself or the nearest above it that has the duty; above, one of its direct children will do as well. */
    public @Nullable UnitRef withDuty(UUID from, String duty) {
        UnitRef unit = unit(from);
        if (has(unit, duty)) {
            return unit;
        }
        for (UnitRef each : withAbove(unit)) {
            UnitRef found = has(each, duty) ? each : childWith(each, duty);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    public List<StaffRef> staffOfUnit(UUID unit) {
        return staffOfUnits.getOrDefault(unit, List.of());
    }

    public List<OnDuty> duties(UUID unit, Instant now) {
        return shifts.getOrDefault(unit, List.of()).stream()
                .filter(each -> !each.from.isAfter(now) && each.until.isAfter(now))
                .sorted(Comparator.comparing(Shift::duty).thenComparing(Shift::from))
                .map(each -> new OnDuty(staffOf(each.staff), each.duty))
                .toList();
    }

    public Set<String> dutiesOf(UUID unit) {
        return dutiesOfUnits.getOrDefault(unit, Set.of());
    }

    public Answering answeringFor(String divisionCode, @Nullable String address) {
        Set<UUID> found = address == null
                ? jurisdictions.answeringFor(divisionCode)
                : jurisdictions.answeringFor(divisionCode, address);
        return switch (found.size()) {
            case 0 -> new Answering.Nobody(divisionCode);
            case 1 -> new Answering.By(unit(found.iterator().next()));
            default -> new Answering.Several(found.stream().map(this::unit).toList());
        };
    }

    private List<UnitRef> withAbove(UnitRef unit) {
        List<UnitRef> chain = new java.util.ArrayList<>(above(unit.id()));
        chain.addFirst(unit);
        return chain;
    }

    private boolean has(UnitRef unit, String duty) {
        return dutiesOf(unit.id()).contains(duty);
    }

    private @Nullable UnitRef childWith(UnitRef parent, String duty) {
        for (UnitRef each : units.values()) {
            boolean child = each.path().isAtOrBelow(parent.path())
                    && each.path()
                            .value()
                            .equals(parent.path().child(each.code()).value());
            if (child && has(each, duty)) {
                return each;
            }
        }
        return null;
    }

    private StaffRef staffOf(UUID id) {
        return java.util.Objects.requireNonNull(staff.get(id));
    }
}
