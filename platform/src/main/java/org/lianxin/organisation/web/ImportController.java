package org.lianxin.organisation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.feed.RosterTemplate;
import org.lianxin.organisation.feed.RosterWorkbook;
import org.lianxin.organisation.feed.RosterWorkbook.Line;
import org.lianxin.organisation.feed.RosterWorkbook.Reject;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Units and people from a workbook: first what would happen, then what did. */
@RestController
class ImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String REASON = "organisation.reject.";
    private static final long LARGEST_BYTES = 20_000_000;

    private final ScopedTransactions transactions;
    private final Staffing staffing;
    private final Units units;
    private final OrganisationWrites writes;

    ImportController(ScopedTransactions transactions, Staffing staffing, Units units, OrganisationWrites writes) {
        this.transactions = transactions;
        this.staffing = staffing;
        this.units = units;
        this.writes = writes;
    }

    record ImportResult(boolean dryRun, int rows, int accepted, int rejected, List<RejectView> rejects) {}

    record RejectView(String sheet, int row, String column, String code, String message) {
        static RejectView of(Reject reject) {
            return new RejectView(
                    reject.sheet(),
                    reject.row(),
                    reject.column(),
                    reject.code(),
                    Words.say(REASON + reject.code(), reject.column()));
        }
    }

    @GetMapping("/api/organisation/import/template")
    ResponseEntity<byte[]> template() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            RosterTemplate.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("units-and-staff.xlsx")
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    @PostMapping(path = "/api/organisation/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResult run(
            Viewer viewer,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "true") boolean dryRun) {
        RosterWorkbook workbook = read(Fields.given(file, "file"));
        List<Reject> rejects = new ArrayList<>(workbook.rejects());
        Roster roster = reachable(viewer, workbook, rejects);
        if (!dryRun) {
            write(viewer, roster);
        }
        return new ImportResult(
                dryRun,
                workbook.rows(),
                roster.units().size() + roster.staff().size(),
                rejects.size(),
                rejects.stream().map(RejectView::of).toList());
    }

    private static RosterWorkbook read(MultipartFile file) {
        if (file.getSize() > LARGEST_BYTES) {
            throw Refused.of(413, "organisation.workbook-large");
        }
        try (InputStream input = file.getInputStream()) {
            return RosterWorkbook.read(input);
        } catch (IOException e) {
            throw Refused.of(422, "organisation.workbook-broken");
        }
    }

    private void write(Viewer viewer, Roster roster) {
        try {
            transactions.run(viewer, () -> {
                staffing.apply(roster);
                String note =
                        roster.units().size() + " units, " + roster.staff().size() + " staff";
                writes.told("import", viewer.unitId(), viewer.unitPath(), note);
                return true;
            });
        } catch (DuplicateKeyException e) {
            throw Refused.of(409, "organisation.taken", "");
        }
    }

    /** What the viewer may write: nothing above or beside their own reach, and no more than they have themselves. */
    private Roster reachable(Viewer viewer, RosterWorkbook workbook, List<Reject> rejects) {
        Set<String> known = new HashSet<>();
        units.list().stream().filter(unit -> viewer.reaches(unit.path())).forEach(unit -> known.add(unit.code()));
        List<NewUnit> newUnits = new ArrayList<>();
        for (Line<NewUnit> line : workbook.units()) {
            String parent = line.value().parentCode();
            boolean mayStand = parent == null ? known.contains(line.value().code()) : known.contains(parent);
            if (mayStand) {
                known.add(line.value().code());
                newUnits.add(placed(line.value()));
            } else {
                rejects.add(new Reject(RosterWorkbook.UNITS_SHEET, line.row(), "上级编码", "parent"));
            }
        }
        return new Roster(newUnits, people(viewer, workbook, rejects, known));
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

    private static List<NewStaff> people(
            Viewer viewer, RosterWorkbook workbook, List<Reject> rejects, Set<String> known) {
        List<NewStaff> people = new ArrayList<>();
        for (Line<NewStaff> line : workbook.staff()) {
            NewPost post = line.value().posts().getFirst();
            boolean beyond = post.scope() == DataScope.ALL && viewer.scope() != DataScope.ALL;
            if (!known.contains(post.unitCode())) {
                rejects.add(new Reject(RosterWorkbook.STAFF_SHEET, line.row(), "单位编码", "unit"));
            } else if (beyond || !known.containsAll(post.chosenUnitCodes())) {
                rejects.add(new Reject(RosterWorkbook.STAFF_SHEET, line.row(), beyond ? "数据范围" : "指定单位", "scope"));
            } else {
                people.add(line.value());
            }
        }
        return people;
    }
}
