package org.lianxin.organisation.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.live.LiveChanges;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.store.RosterRows;
import org.lianxin.organisation.store.UnitViews.UnitRow;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/** Changes made from screens: written, noted in the log, and told to the browsers. Call within the viewer's transaction. */
@Component
class OrganisationWrites {

    private final Staffing staffing;
    private final RosterRows rows;
    private final AuditLog log;
    private final LiveChanges live;
    private final Grants grants;

    OrganisationWrites(Staffing staffing, RosterRows rows, AuditLog log, LiveChanges live, Grants grants) {
        this.staffing = staffing;
        this.rows = rows;
        this.log = log;
        this.live = live;
        this.grants = grants;
    }

    Grants grants() {
        return grants;
    }

    UUID putUnit(NewUnit unit) {
        UUID id = Objects.requireNonNull(
                apply(new Roster(List.of(unit), List.of())).units().get(unit.code()));
        rows.findUnit(unit.code()).ifPresent(placed -> told("unit", id, placed.path(), unit.code()));
        return id;
    }

    UUID putStaff(NewStaff staff, UnitPath home) {
        UUID id = Objects.requireNonNull(
                apply(new Roster(List.of(), List.of(staff))).staff().get(staff.number()));
        told("staff", id, home, staff.number());
        return id;
    }

    void setJurisdictions(UnitRow unit, List<NewJurisdiction> wanted) {
        rows.dropOtherJurisdictions(
                unit.id(),
                wanted.stream().map(each -> each.kind() + " " + each.code()).toList());
        UUID parent = unit.parentId();
        String parentCode = parent == null ? null : rows.codeOf(parent);
        apply(new Roster(
                List.of(new NewUnit(
                        unit.code(), parentCode, unit.name(), unit.level(), unit.kind(), unit.duties(), wanted)),
                List.of()));
        told("jurisdictions", unit.id(), unit.unitPath(), wanted.size() + " jurisdictions");
    }

    void told(String kind, UUID id, UnitPath unit, @Nullable String note) {
        log.deed(new Deed("organisation." + kind + ".changed", new SubjectRef("organisation", id), 1, "done", note));
        live.announce("organisation", kind, id.toString(), unit);
    }

    private Staffing.Applied apply(Roster roster) {
        try {
            return staffing.apply(roster);
        } catch (DuplicateKeyException | BadSqlGrammarException | PermissionDeniedDataAccessException e) {
            // Taken by what the viewer sees, or, as row security says it, by what they do not.
            throw Refused.of(409, "organisation.taken", "");
        }
    }
}
