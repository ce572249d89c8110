package org.lianxin.organisation.web;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.feed.RosterWorkbook;
import org.lianxin.organisation.feed.RosterWorkbook.Line;
import org.lianxin.organisation.feed.RosterWorkbook.Reject;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Writes a workbook row by row within the viewer's own reach; a row that cannot stand is taken back alone. A dry run does the very
 * same and then takes everything back, so it promises what the write keeps.
 */
@Component
class RosterRun {

    private final ScopedTransactions transactions;
    private final Staffing staffing;
    private final Units units;
    private final OrganisationWrites writes;
    private final Grants grants;
    private final DataSource database;

    RosterRun(
            ScopedTransactions transactions,
            Staffing staffing,
            Units units,
            OrganisationWrites writes,
            Grants grants,
            DataSource database) {
        this.transactions = transactions;
        this.staffing = staffing;
        this.units = units;
        this.writes = writes;
        this.grants = grants;
        this.database = database;
    }

    record Result(int accepted, List<Reject> rejects) {}

    /** Ends the transaction of a dry run. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Result result;

        TakenBack(Result result) {
            super("dry run", null, false, false);
            this.result = result;
        }
    }

    Result run(Viewer viewer, RosterWorkbook workbook, boolean dryRun) {
        try {
            return transactions.run(viewer, () -> {
                Result result = write(viewer, workbook);
                if (dryRun) {
                    throw new TakenBack(result);
                }
                writes.told("import", viewer.unitId(), viewer.unitPath(), result.accepted + " rows");
                return result;
            });
        } catch (TakenBack dry) {
            return dry.result;
        }
    }

    private Result write(Viewer viewer, RosterWorkbook workbook) {
        List<Reject> rejects = new ArrayList<>(workbook.rejects());
        Set<String> reached = new HashSet<>();
        units.list().stream().filter(unit -> viewer.reaches(unit.path())).forEach(unit -> reached.add(unit.code()));
        Set<String> seen = new HashSet<>();
        int accepted = 0;
        for (Line<NewUnit> line : workbook.units()) {
            NewUnit unit = line.value();
            Reject reject = rejected(line, reached, seen);
            if (reject == null) {
                reject = tried(
                        new Roster(List.of(placed(unit)), List.of()), RosterWorkbook.UNITS_SHEET, line.row(), "单位编码");
            }
            accepted += taken(reject, rejects);
            if (reject == null) {
                reached.add(unit.code());
            }
        }
        seen.clear();
        for (Line<NewStaff> line : workbook.staff()) {
            Reject reject = rejected(viewer, line, reached, seen);
            if (reject == null) {
                reject = tried(
                        new Roster(List.of(), List.of(line.value())), RosterWorkbook.STAFF_SHEET, line.row(), "工号");
            }
            accepted += taken(reject, rejects);
        }
        return new Result(accepted, rejects);
    }

    private static int taken(@Nullable Reject reject, List<Reject> rejects) {
        if (reject == null) {
            return 1;
        }
        rejects.add(reject);
        return 0;
    }

    private static @Nullable Reject rejected(Line<NewUnit> line, Set<String> reached, Set<String> seen) {
        String parent = line.value().parentCode();
        String code = line.value().code();
        if (!reached.contains(parent == null ? code : parent)) {
            return new Reject(RosterWorkbook.UNITS_SHEET, line.row(), "上级编码", "parent");
        }
        return seen.add(code) ? null : new Reject(RosterWorkbook.UNITS_SHEET, line.row(), "单位编码", "twice");
    }

    private @Nullable Reject rejected(Viewer viewer, Line<NewStaff> line, Set<String> reached, Set<String> seen) {
        NewPost post = line.value().posts().getFirst();
        String sheet = RosterWorkbook.STAFF_SHEET;
        if (!reached.contains(post.unitCode())) {
            return new Reject(sheet, line.row(), "单位编码", "unit");
        }
        if (!reached.containsAll(post.chosenUnitCodes())) {
            return new Reject(sheet, line.row(), "指定单位", "scope");
        }
        if (Grants.isBeyond(viewer, post.scope(), Set.of())) {
            return new Reject(sheet, line.row(), "数据范围", "scope");
        }
        if (Grants.isBeyond(viewer, post.scope(), post.roles())) {
            return new Reject(sheet, line.row(), "角色", "role");
        }
        if (line.value().number().equals(viewer.staffNumber()) || isGreater(viewer, line.value())) {
            return new Reject(sheet, line.row(), "工号", "not-yours");
        }
        return seen.add(line.value().number()) ? null : new Reject(sheet, line.row(), "工号", "twice");
    }

    private boolean isGreater(Viewer viewer, NewStaff person) {
        try {
            grants.refuseGreater(viewer, person.number());
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    /** Null when the row stands; what it began is taken back otherwise. */
    private @Nullable Reject tried(Roster row, String sheet, int number, String column) {
        try {
            Savepoint before = DataSourceUtils.getConnection(database).setSavepoint();
            try {
                staffing.apply(row);
                DataSourceUtils.getConnection(database).releaseSavepoint(before);
                return null;
            } catch (DataAccessException | IllegalArgumentException e) {
                DataSourceUtils.getConnection(database).rollback(before);
                return new Reject(sheet, number, column, "elsewhere");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a row of the roster could not be tried", e);
        }
    }

    /** A unit that is there already keeps its place whatever the row leaves empty. */
    private NewUnit placed(NewUnit unit) {
        String parent = unit.parentCode() != null
                ? unit.parentCode()
                : units.findByCode(unit.code())
                        .flatMap(known -> units.above(known.id()).stream().findFirst())
                        .map(Units.UnitRef::code)
                        .orElse(null);
        return new NewUnit(
                unit.code(), parent, unit.name(), unit.level(), unit.kind(), unit.duties(), unit.jurisdictions());
    }
}
