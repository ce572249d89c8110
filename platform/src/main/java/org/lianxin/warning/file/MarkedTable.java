package org.lianxin.warning.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.file.Rows.Row;

/** A csv given back as a workbook with the bad cells marked. Every cell is text, so no cell is ever calculated. */
final class MarkedTable {

    private static final int LONGEST = 32_000;
    private static final int MOST_COMMENTS = 5_000;

    private MarkedTable() {}

    static void write(byte[] file, List<Mark> marks, OutputStream out) throws IOException {
        Map<Integer, Map<Integer, String>> byRow = new HashMap<>();
        for (Mark mark : marks) {
            byRow.computeIfAbsent(mark.row(), row -> new HashMap<>())
                    .merge(mark.column(), mark.text(), (a, b) -> a + "\n" + b);
        }
        int comments = 0;
        try (Rows rows = UploadedFile.open(file, "");
                Workbook workbook = new Workbook(out, "Lianxin", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("预警");
            for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
                Map<Integer, String> bad = byRow.getOrDefault(row.number(), Map.of());
                write(sheet, row, bad.keySet());
                for (Map.Entry<Integer, String> each : bad.entrySet()) {
                    if (comments++ < MOST_COMMENTS) {
                        sheet.comment(row.number() - 1, each.getKey(), each.getValue());
                    }
                }
            }
        }
    }

    private static void write(Worksheet sheet, Row row, java.util.Set<Integer> bad) {
        int line = row.number() - 1;
        for (int column = 0; column < row.cells().size(); column++) {
            String text = row.cells().get(column).text();
            if (!text.isEmpty()) {
                sheet.value(line, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        bad.forEach(column -> sheet.style(line, column).fillColor("FFC7CE").set());
    }
}
