package org.lianxin.organisation.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook whose columns have the right headers and, where only some words are understood, a drop-down of them. */
public final class RosterTemplate {

    private static final int ROWS = 2_000;
    private static final int WIDTH = 16;

    private RosterTemplate() {}

    public static void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lianxin", "1.0")) {
            Worksheet units = sheet(workbook, RosterWorkbook.UNITS_SHEET, RosterColumn.UNITS);
            Worksheet staff = sheet(workbook, RosterWorkbook.STAFF_SHEET, RosterColumn.STAFF);
            Worksheet words = workbook.newWorksheet("选项");
            choices(units, RosterColumn.UNITS.indexOf(RosterColumn.LEVEL), words, 0, RosterWords.LEVELS.keySet());
            choices(staff, RosterColumn.STAFF.indexOf(RosterColumn.SCOPE), words, 1, RosterWords.SCOPES.keySet());
            int row = 0;
            for (String role : RosterWords.ROLES.keySet()) {
                words.value(row++, 2, role);
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, String name, List<RosterColumn> columns) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).header());
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
            sheet.range(1, i, ROWS, i).style().format("@").set();
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void choices(Worksheet sheet, int column, Worksheet words, int place, Collection<String> choices) {
        int row = 0;
        for (String choice : choices) {
            words.value(row++, place, choice);
        }
        sheet.range(1, column, ROWS, column).validateWithList(words.range(0, place, row - 1, place));
    }
}
