package org.lianxin.organisation.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.domain.DivisionCode;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.Texts;

/** Reads units and people from an xlsx with the sheets 单位 and 人员. Every bad cell becomes a reject; good rows stand. */
public final class RosterWorkbook {

    public static final String UNITS_SHEET = "单位";
    public static final String STAFF_SHEET = "人员";

    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST_CELL = 500;

    private final List<Line<NewUnit>> units = new ArrayList<>();
    private final List<Line<NewStaff>> staff = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int rows;
    private int sheets;
    private boolean cut;

    /** @param code stable; the sentence is {@code organisation.reject.<code>} */
    public record Reject(String sheet, int row, String column, String code) {}

    /** What stood in a row, and where. */
    public record Line<T>(int row, T value) {}

    /** A row that cannot be taken, for the reason of one of its cells. */
    private static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RosterColumn column;
        private final String code;

        BadCell(RosterColumn column, String code) {
            super(code, null, false, false);
            this.column = column;
            this.code = code;
        }
    }

    private interface RowReader {
        void read(Cells cells) throws BadCell;
    }

    private RosterWorkbook() {}

    /** @throws IOException when it is no xlsx at all */
    public static RosterWorkbook read(InputStream input) throws IOException {
        RosterWorkbook roster = new RosterWorkbook();
        try (ReadableWorkbook workbook = new ReadableWorkbook(input)) {
            roster.sheet(workbook, UNITS_SHEET, RosterColumn.UNITS, roster::unit);
            roster.sheet(workbook, STAFF_SHEET, RosterColumn.STAFF, roster::person);
        } catch (RuntimeException e) {
            throw new IOException("not a workbook", e);
        }
        return roster;
    }

    public List<Line<NewUnit>> units() {
        return units;
    }

    public List<Line<NewStaff>> staff() {
        return staff;
    }

    public List<Reject> rejects() {
        return rejects;
    }

    public int rows() {
        return rows;
    }

    /** Whether the workbook has one of the two sheets at all. */
    public boolean hasSheets() {
        return sheets > 0;
    }

    /** Whether there were more rows than are read at once. */
    public boolean isCut() {
        return cut;
    }

    private void sheet(ReadableWorkbook workbook, String name, List<RosterColumn> columns, RowReader reader)
            throws IOException {
        Optional<Sheet> sheet = workbook.findSheet(name);
        if (sheet.isEmpty()) {
            return;
        }
        sheets++;
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        try (Stream<Row> lines = sheet.get().openStream()) {
            var each = lines.iterator();
            while (each.hasNext() && !cut) {
                Row row = each.next();
                if (places.isEmpty()) {
                    headers(row, columns, places);
                } else if (row.getFirstNonEmptyCell().isPresent()) {
                    rows++;
                    cut = rows > MOST_ROWS;
                    row(name, new Cells(row, places), reader);
                }
            }
        }
    }

    private static void headers(Row row, List<RosterColumn> columns, Map<RosterColumn, Integer> places) {
        for (int i = 0; i < row.getCellCount(); i++) {
            String header = row.getCellText(i);
            for (RosterColumn column : columns) {
                if (column.isHeader(header)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
    }

    private void row(String sheet, Cells cells, RowReader reader) {
        try {
            reader.read(cells);
        } catch (BadCell bad) {
            rejects.add(new Reject(sheet, cells.row.getRowNum(), bad.column.header(), bad.code));
        }
    }

    private void unit(Cells cells) throws BadCell {
        String code = cells.code(RosterColumn.UNIT_CODE);
        List<NewJurisdiction> jurisdictions = new ArrayList<>();
        for (String division : cells.words(RosterColumn.JURISDICTION)) {
            if (!DivisionCode.isOne(division)) {
                throw new BadCell(RosterColumn.JURISDICTION, "division");
            }
            jurisdictions.add(NewJurisdiction.ofDivision(division));
        }
        String parent = cells.text(RosterColumn.PARENT);
        String kind = cells.text(RosterColumn.KIND);
        units.add(new Line<>(
                cells.row.getRowNum(),
                new NewUnit(
                        code,
                        parent == null ? null : cells.code(RosterColumn.PARENT),
                        cells.needed(RosterColumn.UNIT_NAME),
                        cells.one(RosterColumn.LEVEL, RosterWords.LEVELS),
                        kind == null ? "police" : kind,
                        cells.words(RosterColumn.DUTIES),
                        jurisdictions)));
    }

    private void person(Cells cells) throws BadCell {
        List<Role> roles = new ArrayList<>();
        for (String word : cells.words(RosterColumn.ROLES)) {
            Role role = RosterWords.ROLES.get(word);
            if (role == null) {
                throw new BadCell(RosterColumn.ROLES, "word");
            }
            roles.add(role);
        }
        String account = cells.text(RosterColumn.ACCOUNT);
        if (account != null && !account.matches("[a-z0-9][a-z0-9._-]{0,39}")) {
            throw new BadCell(RosterColumn.ACCOUNT, "account");
        }
        DataScope scope = cells.one(RosterColumn.SCOPE, RosterWords.SCOPES);
        NewPost post = new NewPost(
                cells.code(RosterColumn.UNIT_CODE),
                cells.needed(RosterColumn.TITLE),
                java.util.Set.copyOf(roles),
                scope,
                cells.words(RosterColumn.CHOSEN));
        staff.add(new Line<>(
                cells.row.getRowNum(),
                new NewStaff(
                        cells.needed(RosterColumn.NUMBER),
                        cells.needed(RosterColumn.NAME),
                        account,
                        null,
                        cells.text(RosterColumn.PHONE),
                        List.of(post),
                        List.of())));
    }

    /** One row by its columns. */
    private record Cells(Row row, Map<RosterColumn, Integer> places) {

        @Nullable
        String text(RosterColumn column) throws BadCell {
            Integer place = places.get(column);
            if (place == null || !row.hasCell(place)) {
                return null;
            }
            String text = Texts.halfWidth(row.getCellText(place)).strip();
            if (text.length() > LONGEST_CELL || text.chars().anyMatch(Character::isISOControl)) {
                throw new BadCell(column, "text");
            }
            return text.isEmpty() ? null : text;
        }

        String needed(RosterColumn column) throws BadCell {
            String text = text(column);
            if (text == null || text.length() > 100) {
                throw new BadCell(column, text == null ? "empty" : "text");
            }
            return text;
        }

        String code(RosterColumn column) throws BadCell {
            String text = needed(column);
            if (!text.matches("[0-9A-Za-z-]{1,40}")) {
                throw new BadCell(column, "code");
            }
            return text;
        }

        List<String> words(RosterColumn column) throws BadCell {
            String text = text(column);
            return text == null
                    ? List.of()
                    : Arrays.stream(text.split("[,;、；\\s]+", -1))
                            .filter(word -> !word.isEmpty())
                            .toList();
        }

        <T> T one(RosterColumn column, Map<String, T> words) throws BadCell {
            T found = Optional.ofNullable(text(column))
                    .map((Function<String, @Nullable T>) words::get)
                    .orElse(null);
            if (found == null) {
                throw new BadCell(column, "word");
            }
            return found;
        }
    }
}
