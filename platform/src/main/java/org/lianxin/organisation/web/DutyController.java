package org.lianxin.organisation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing.NewDuty;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.store.ShiftRows;
import org.lianxin.organisation.store.ShiftRows.Shift;
import org.lianxin.organisation.store.StaffRows;
import org.lianxin.organisation.store.StaffRows.Known;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is on duty when. */
@RestController
class DutyController {

    private static final Duration LONGEST_VIEW = Duration.ofDays(32);
    private static final Duration LONGEST_SHIFT = Duration.ofDays(7);

    private final ScopedTransactions transactions;
    private final ShiftRows shifts;
    private final StaffRows staff;
    private final Units units;
    private final OrganisationWrites writes;

    DutyController(
            ScopedTransactions transactions,
            ShiftRows shifts,
            StaffRows staff,
            Units units,
            OrganisationWrites writes) {
        this.transactions = transactions;
        this.shifts = shifts;
        this.staff = staff;
        this.units = units;
        this.writes = writes;
    }

    record ShiftView(
            UUID id,
            UUID staffId,
            String number,
            String name,
            UUID unitId,
            String unitName,
            String duty,
            Instant from,
            Instant until) {
        static ShiftView of(Shift shift) {
            return new ShiftView(
                    shift.id(),
                    shift.staffId(),
                    shift.number(),
                    shift.name(),
                    shift.unitId(),
                    shift.unitName(),
                    shift.duty(),
                    shift.from(),
                    shift.until());
        }
    }

    record ShiftList(List<ShiftView> items) {}

    record DutyRequest(
            @Nullable UUID staffId,
            @Nullable UUID unitId,
            @Nullable String duty,
            @Nullable Instant from,
            @Nullable Instant until) {}

    @GetMapping("/api/organisation/duty")
    ShiftList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam Instant from,
            @RequestParam Instant until) {
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST_VIEW) > 0) {
            throw Fields.invalid("until");
        }
        UnitPath path = unit == null ? null : reached(viewer, unit).path();
        return transactions.run(
                viewer,
                () -> new ShiftList(shifts.list(path, from, until).stream()
                        .map(ShiftView::of)
                        .toList()));
    }

    @PostMapping("/api/organisation/duty")
    @ResponseStatus(HttpStatus.CREATED)
    void set(Viewer viewer, @RequestBody DutyRequest asked) {
        Instant from = Fields.given(asked.from, "from");
        Instant until = Fields.given(asked.until, "until");
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST_SHIFT) > 0) {
            throw Fields.invalid("until");
        }
        transactions.run(viewer, () -> {
            Known known = staff.find(Fields.given(asked.staffId, "staffId"));
            UnitRef unit = reached(viewer, Fields.given(asked.unitId, "unitId"));
            if (known == null) {
                throw Refused.missing();
            }
            shifts.put(known.id(), unit, new NewDuty(unit.code(), Fields.text(asked.duty, "duty", 40), from, until));
            writes.told("duty", known.id(), unit.path(), null);
            return true;
        });
    }

    /** One that runs ends now; one to come is taken back. */
    @DeleteMapping("/api/organisation/duty/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Viewer viewer, @PathVariable UUID id) {
        transactions.run(viewer, () -> {
            Shift shift = shifts.find(id)
                    .filter(each -> viewer.reaches(each.unitPath()))
                    .orElseThrow(Refused::missing);
            shifts.end(id);
            writes.told("duty", shift.staffId(), shift.unitPath(), null);
            return true;
        });
    }

    private UnitRef reached(Viewer viewer, UUID id) {
        return units.list().stream()
                .filter(unit -> unit.id().equals(id) && viewer.reaches(unit.path()))
                .findFirst()
                .orElseThrow(Refused::missing);
    }
}
