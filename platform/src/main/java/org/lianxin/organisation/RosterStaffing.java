package org.lianxin.organisation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.signin.Credentials;
import org.lianxin.organisation.signin.InstanceStamp;
import org.lianxin.organisation.signin.Sessions;
import org.lianxin.organisation.store.CachedUnits;
import org.lianxin.organisation.store.RosterRows;
import org.lianxin.organisation.store.RosterRows.Placed;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class RosterStaffing implements Staffing {

    private static final SystemJob JOB = new SystemJob("organisation.staffing", false);

    private final ScopedTransactions transactions;
    private final RosterRows rows;
    private final CachedUnits units;
    private final Credentials credentials;
    private final Sessions sessions;
    private final InstanceStamp stamp;

    RosterStaffing(
            ScopedTransactions transactions,
            RosterRows rows,
            CachedUnits units,
            Credentials credentials,
            Sessions sessions,
            InstanceStamp stamp) {
        this.transactions = transactions;
        this.rows = rows;
        this.units = units;
        this.credentials = credentials;
        this.sessions = sessions;
        this.stamp = stamp;
    }

    @Override
    public Applied apply(Roster roster) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? applyNow(roster)
                : transactions.runAs(JOB, () -> applyNow(roster));
    }

    private Applied applyNow(Roster roster) {
        Map<String, Placed> placed = placedUnits(roster);
        Map<String, UUID> ids = new LinkedHashMap<>();
        roster.units()
                .forEach(unit -> ids.put(unit.code(), putUnit(unit, placed).id()));
        Map<String, UUID> staff = new LinkedHashMap<>();
        Map<String, String> hashes = new HashMap<>();
        roster.staff().forEach(each -> staff.put(each.number(), putStaff(each, placed, hashes)));
        units.refreshAfterCommit();
        return new Applied(ids, staff);
    }

    /** The units that the roster refers to and does not bring itself. */
    private Map<String, Placed> placedUnits(Roster roster) {
        Map<String, Placed> placed = new HashMap<>();
        Stream.of(
                        roster.units().stream().map(NewUnit::parentCode).filter(Objects::nonNull),
                        roster.staff().stream()
                                .flatMap(each -> each.posts().stream())
                                .map(NewPost::unitCode),
                        roster.staff().stream()
                                .flatMap(each -> each.posts().stream())
                                .flatMap(post -> post.chosenUnitCodes().stream()),
                        roster.staff().stream()
                                .flatMap(each -> each.duties().stream())
                                .map(NewDuty::unitCode))
                .flatMap(codes -> codes)
                .distinct()
                .forEach(code -> rows.findUnit(code).ifPresent(unit -> placed.put(code, unit)));
        return placed;
    }

    private Placed putUnit(NewUnit unit, Map<String, Placed> placed) {
        String parent = unit.parentCode();
        Placed made = rows.putUnit(unit, parent == null ? null : RosterRows.unit(placed, parent));
        placed.put(unit.code(), made);
        for (NewJurisdiction each : unit.jurisdictions()) {
            rows.putJurisdiction(made, each, nameOf(each));
        }
        return made;
    }

    private UUID putStaff(NewStaff staff, Map<String, Placed> placed, Map<String, String> hashes) {
        if (staff.posts().isEmpty()) {
            throw new IllegalArgumentException("staff " + staff.number() + " has no post");
        }
        Placed home = RosterRows.unit(placed, staff.posts().getFirst().unitCode());
        UUID id = rows.putStaff(staff, home.path());
        rows.putPosts(id, staff.posts(), placed);
        for (NewDuty duty : staff.duties()) {
            rows.putDuty(id, duty, RosterRows.unit(placed, duty.unitCode()));
        }
        String password = staff.password();
        if (password != null) {
            String hash = stamp.isProduction()
                    ? credentials.hash(password)
                    : hashes.computeIfAbsent(password, credentials::hash);
            credentials.put(id, hash);
        }
        return id;
    }

    private static String nameOf(NewJurisdiction jurisdiction) {
        String given = jurisdiction.name();
        return given != null
                ? given
                : Places.load().find(jurisdiction.code()).map(Division::name).orElse(jurisdiction.code());
    }

    @Override
    public Viewer actAs(String account) {
        if (stamp.isProduction()) {
            throw new IllegalStateException("nobody can be acted for in production");
        }
        return transactions.runAs(JOB, () -> sessions.actAs(account));
    }
}
