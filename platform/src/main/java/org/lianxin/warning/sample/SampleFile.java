package org.lianxin.warning.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes sample rows as people get them: a workbook or a csv. */
public final class SampleFile {

    private SampleFile() {}

    /** The rows as they are given, good or not. */
    static void xlsx(OutputStream out, List<List<String>> rows) throws IOException {
        Iterator<List<String>> next = rows.iterator();
        xlsx(out, next::next, rows.size());
    }

    public static void xlsx(OutputStream out, SampleRows rows, int count) throws IOException {
        xlsx(out, rows::next, count);
    }

    private static void xlsx(OutputStream out, Supplier<List<String>> rows, int count) throws IOException {
        try (Workbook workbook = new Workbook(out, "Lianxin", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("预警明细");
            for (int column = 0; column < SampleRows.HEADERS.size(); column++) {
                sheet.value(0, column, SampleRows.HEADERS.get(column));
            }
            for (int row = 1; row <= count; row++) {
                List<String> cells = rows.get();
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    public static void csv(OutputStream out, SampleRows rows, int count, Charset charset) throws IOException {
        out.write(line(SampleRows.HEADERS).getBytes(charset));
        for (int row = 0; row < count; row++) {
            out.write(line(rows.next()).getBytes(charset));
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SampleFile::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",;\\t\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
