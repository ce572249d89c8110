package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.List;
import org.lianxin.warning.domain.Columns;
import org.lianxin.warning.file.Rows;
import org.lianxin.warning.file.Rows.Row;
import org.lianxin.warning.file.UnreadableFile;
import org.lianxin.warning.file.UploadedFile;

/** WA-01: which sheet of a workbook holds the warnings, and which of its first rows is the header. */
final class SheetChoice {

    private static final int HEADER_WITHIN = 20;
    private static final int MOST_SHEETS = 50;

    private SheetChoice() {}

    /**
     * The rows of the one sheet with the columns a warning must have; of the one that names the most, where none has all.
     * Several such sheets with rows are refused: reading one of them would lose the others without a word.
     */
    static Rows open(byte[] uploaded) {
        byte[] file = UploadedFile.readable(uploaded);
        List<String> sheets = UploadedFile.listSheets(file);
        if (sheets.size() == 1) {
            return UploadedFile.open(file, sheets.getFirst());
        }
        List<String> holding = new ArrayList<>();
        String best = sheets.getFirst();
        long most = -1;
        for (String sheet : sheets.subList(0, Math.min(sheets.size(), MOST_SHEETS))) {
            List<Row> first = beginning(file, sheet);
            int header = header(first);
            long named =
                    first.isEmpty() ? -1 : Columns.fieldsNamed(first.get(header).texts());
            if (named > most) {
                most = named;
                best = sheet;
            }
            if (named > 0 && header + 1 < first.size() && isTable(first.get(header))) {
                holding.add(sheet);
            }
        }
        if (holding.size() > 1) {
            throw new UnreadableFile("several-sheets", String.join("、", holding));
        }
        return UploadedFile.open(file, holding.isEmpty() ? best : holding.getFirst());
    }

    private static boolean isTable(Row header) {
        return !(Columns.read(header.texts()) instanceof Columns.Reading.Lacking);
    }

    private static List<Row> beginning(byte[] file, String sheet) {
        try (Rows rows = UploadedFile.open(file, sheet)) {
            return begin(rows);
        }
    }

    /** The rows among which the header is looked for. */
    static List<Row> begin(Rows rows) {
        List<Row> first = new ArrayList<>();
        while (first.size() < HEADER_WITHIN) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            first.add(row);
        }
        return first;
    }

    /** The row that names the most fields; the first one where none names any. */
    static int header(List<Row> first) {
        int best = 0;
        long most = 0;
        for (int i = 0; i < first.size(); i++) {
            long named = Columns.fieldsNamed(first.get(i).texts());
            if (named > most) {
                most = named;
                best = i;
            }
        }
        return best;
    }
}
