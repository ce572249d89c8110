package org.lianxin.analytics.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Workbooks, to text: row n of the first sheet becomes line n, so that a refused row is found again. */
final class Workbook {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int DIGITS_A_DOUBLE_HOLDS = 15;

    private Workbook() {}

    static void toCsv(Path file, Path into) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream();
                var out = Files.newBufferedWriter(into)) {
            int line = 1;
            for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                var row = iterator.next();
                for (; line < row.getRowNum(); line++) {
                    out.write('\n');
                }
                write(row, out);
                line++;
            }
        }
    }

    private static void write(Row row, BufferedWriter out) throws IOException {
        for (int column = 0; column < row.getCellCount(); column++) {
            if (column > 0) {
                out.write(',');
            }
            out.write(Quarantine.quoted(
                    text(row.getOptionalCell(column).orElse(null)).replace('\n', ' ')));
        }
        out.write('\n');
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        String format = cell.getDataFormatString();
        boolean date = format != null && (format.contains("yy") || format.contains("h:mm"));
        if (cell.getType() == CellType.NUMBER) {
            return date ? TIME.format(cell.asDate()) : number(cell.asNumber());
        }
        return cell.getText();
    }

    /** A number with more digits than a double holds has lost its end in the workbook: it is shown as damaged. */
    private static String number(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        boolean damaged = plain.precision() - Math.min(0, plain.scale()) > DIGITS_A_DOUBLE_HOLDS && plain.scale() <= 0;
        return damaged
                ? "%.5fE+%d"
                        .formatted(
                                plain.movePointLeft(plain.precision() - 1 - plain.scale()),
                                plain.precision() - 1 - plain.scale())
                : plain.toPlainString();
    }
}
