package org.lianxin.organisation.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.OnDuty;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.domain.DivisionCode;
import org.lianxin.organisation.domain.Jurisdictions;
import org.lianxin.organisation.store.UnitViews;
import org.lianxin.organisation.store.UnitViews.JurisdictionView;
import org.lianxin.organisation.store.UnitViews.UnitRow;
import org.lianxin.place.Places;
import org.lianxin.shared.Action;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnitsController {

    private static final int LONGEST = 200;
    private static final int MOST_FOUND = 50;

    private final ScopedTransactions transactions;
    private final UnitViews views;
    private final Units units;
    private final OrganisationWrites writes;

    UnitsController(ScopedTransactions transactions, UnitViews views, Units units, OrganisationWrites writes) {
        this.transactions = transactions;
        this.views = views;
        this.units = units;
        this.writes = writes;
    }

    record UnitList(List<UnitRow> items) {}

    record UnitPage(
            UnitRow unit,
            List<JurisdictionView> jurisdictions,
            List<String> duties,
            List<OnDutyView> onDuty,
            List<Action> actions) {}

    record OnDutyView(UUID staffId, String name, String duty) {}

    record UnitRequest(
            @Nullable String code,
            @Nullable UUID parentId,
            @Nullable String name,
            @Nullable String level,
            @Nullable String kind,
            @Nullable List<String> duties) {}

    record JurisdictionsRequest(@Nullable List<JurisdictionRequest> jurisdictions) {}

    record JurisdictionRequest(
            @Nullable String kind,
            @Nullable String code,
            @Nullable String name,
            @Nullable List<String> parts) {}

    @GetMapping("/api/organisation/units")
    UnitList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable String q) {
        return transactions.run(
                viewer, () -> new UnitList(q == null || q.isBlank() ? views.children(parent) : search(q.strip())));
    }

    /** By name or code; letters alone are pinyin initials: zsh finds 珠斯花派出所. */
    private List<UnitRow> search(String text) {
        List<UnitRow> found = views.search(text);
        if (!found.isEmpty() || !text.matches("[A-Za-z]{2,20}")) {
            return found;
        }
        String letters = text.toLowerCase(Locale.ROOT);
        Places places = Places.load();
        return views.listOf(units.list().stream()
                .filter(unit -> places.initials(unit.name()).contains(letters))
                .map(UnitRef::id)
                .limit(MOST_FOUND)
                .toList());
    }

    @GetMapping("/api/organisation/units/{id}")
    UnitPage get(Viewer viewer, @PathVariable UUID id) {
        return transactions.run(viewer, () -> page(viewer, id));
    }

    @PostMapping("/api/organisation/units")
    @ResponseStatus(HttpStatus.CREATED)
    UnitPage create(Viewer viewer, @RequestBody UnitRequest asked) {
        return transactions.run(viewer, () -> {
            UnitRow parent =
                    views.find(Fields.given(asked.parentId, "parentId")).orElseThrow(Refused::missing);
            refuseOutOfReach(viewer, parent);
            String code = Fields.text(asked.code, "code", 40);
            if (!code.matches("[0-9A-Za-z-]+")) {
                throw Fields.invalid("code");
            }
            if (units.findByCode(code).isPresent()) {
                throw Refused.of(409, "organisation.taken", code);
            }
            return page(viewer, writes.putUnit(unit(asked, code, parent.code())));
        });
    }

    @PutMapping("/api/organisation/units/{id}")
    UnitPage change(Viewer viewer, @PathVariable UUID id, @RequestBody UnitRequest asked) {
        return transactions.run(viewer, () -> {
            UnitRow known = reached(viewer, id);
            UUID parent = known.parentId();
            String parentCode = parent == null ? null : units.get(parent).code();
            return page(viewer, writes.putUnit(unit(asked, known.code(), parentCode)));
        });
    }

    @PostMapping("/api/organisation/units/{id}/jurisdictions")
    UnitPage setJurisdictions(Viewer viewer, @PathVariable UUID id, @RequestBody JurisdictionsRequest asked) {
        return transactions.run(viewer, () -> {
            UnitRow known = reached(viewer, id);
            List<NewJurisdiction> wanted = Fields.list(asked.jurisdictions).stream()
                    .map(UnitsController::jurisdiction)
                    .toList();
            writes.setJurisdictions(known, wanted);
            return page(viewer, id);
        });
    }

    private UnitRow reached(Viewer viewer, UUID id) {
        UnitRow unit = views.find(id).orElseThrow(Refused::missing);
        refuseOutOfReach(viewer, unit);
        return unit;
    }

    private static void refuseOutOfReach(Viewer viewer, UnitRow unit) {
        if (!viewer.reaches(unit.unitPath())) {
            throw Refused.missing();
        }
    }

    private UnitPage page(Viewer viewer, UUID id) {
        UnitRow unit = views.find(id).orElseThrow(Refused::missing);
        boolean reached = viewer.reaches(unit.unitPath());
        List<OnDutyView> onDuty = !reached && !viewer.unitId().equals(id)
                ? List.of()
                : units.duties(id).stream().map(UnitsController::onDuty).toList();
        boolean open = reached && viewer.has(Role.ADMINISTRATOR);
        Action edit = open ? Action.open("edit") : Action.closed("edit", Words.say("organisation.closed.edit"));
        return new UnitPage(unit, views.jurisdictions(id), unit.duties(), onDuty, List.of(edit));
    }

    private static OnDutyView onDuty(OnDuty duty) {
        return new OnDutyView(duty.staff().id(), duty.staff().name(), duty.duty());
    }

    private static NewUnit unit(UnitRequest asked, String code, @Nullable String parentCode) {
        return new NewUnit(
                code,
                parentCode,
                Fields.text(asked.name, "name", LONGEST),
                UnitLevels.named(Fields.text(asked.level, "level", LONGEST)),
                asked.kind == null ? "police" : Fields.text(asked.kind, "kind", LONGEST),
                Fields.list(asked.duties).stream()
                        .map(duty -> Fields.text(duty, "duties", LONGEST))
                        .toList(),
                List.of());
    }

    private static NewJurisdiction jurisdiction(JurisdictionRequest asked) {
        String kind = Fields.text(asked.kind, "kind", LONGEST);
        String code = Fields.text(asked.code, "code", LONGEST);
        if (!Jurisdictions.KINDS.contains(kind) || (kind.equals("division") && !DivisionCode.isOne(code))) {
            throw Fields.invalid(Jurisdictions.KINDS.contains(kind) ? "code" : "kind");
        }
        List<String> parts = Fields.list(asked.parts).stream()
                .map(part -> Fields.text(part, "parts", LONGEST))
                .toList();
        if (!kind.equals("division") && parts.isEmpty()) {
            throw Fields.invalid("parts");
        }
        return new NewJurisdiction(kind, code, asked.name, kind.equals("division") ? List.of(code) : parts);
    }
}
