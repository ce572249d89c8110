package org.lianxin.warning.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook, streamed. Of a formula the value that was last calculated is taken; formulas are never calculated here. */
final class XlsxRows implements Rows {

    private static final BigDecimal DAYS_BETWEEN_SYSTEMS = BigDecimal.valueOf(1_462);

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final String sheet;

    /** @param name of a visible sheet; the first one where it is empty */
    XlsxRows(byte[] file, String name) {
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
            Sheet first = workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .filter(each -> name.isEmpty() || each.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableFile("no-sheet"));
            sheet = first.getName();
            stream = first.openStream();
            rows = stream.iterator();
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile("broken");
        }
    }

    /** Whether days are counted from 1904, as old Macintosh workbooks do. */
    private boolean isDate1904() {
        return workbook.isDate1904();
    }

    @Override
    public @Nullable Row next() {
        try {
            while (rows.hasNext()) {
                Row row = convert(rows.next());
                if (row.cells().stream().anyMatch(cell -> !cell.text().isBlank())) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw new UnreadableFile("broken");
        }
    }

    private Row convert(org.dhatim.fastexcel.reader.Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
            cells.add(cell == null ? Cell.EMPTY : convert(cell));
        }
        return new Row(row.getRowNum(), cells);
    }

    private Cell convert(org.dhatim.fastexcel.reader.Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        return switch (type) {
            case STRING -> new Cell(cell.getText(), Kind.TEXT);
            case NUMBER -> raw == null ? Cell.EMPTY : number(cell, raw);
            case BOOLEAN -> new Cell("1".equals(raw) || "true".equals(raw) ? "是" : "否", Kind.BOOLEAN);
            case ERROR -> new Cell(raw == null ? "#?" : raw, Kind.ERROR);
            case FORMULA -> raw == null ? Cell.EMPTY : calculated(raw);
            case EMPTY -> Cell.EMPTY;
        };
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell, String raw) {
        if (isDate1904() && raw.matches("[0-9]{5}(\\.[0-9]+)?") && cell.getDataFormatString() != null) {
            return new Cell(new BigDecimal(raw).add(DAYS_BETWEEN_SYSTEMS).toPlainString(), Kind.NUMBER);
        }
        return new Cell(plain(raw), Kind.NUMBER);
    }

    private static Cell calculated(String raw) {
        if (raw.startsWith("#")) {
            return new Cell(raw, Kind.ERROR);
        }
        boolean number = raw.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        return new Cell(number ? plain(raw) : raw, number ? Kind.NUMBER : Kind.TEXT);
    }

    private static String plain(String raw) {
        boolean hasExponent = raw.indexOf('E') >= 0 || raw.indexOf('e') >= 0;
        if (!hasExponent || raw.length() > 40) {
            return raw.endsWith(".0") ? raw.substring(0, raw.length() - 2) : raw;
        }
        BigDecimal value = new BigDecimal(raw);
        return Math.abs(value.scale()) > 60 ? raw : value.toPlainString();
    }

    @Override
    public String sheet() {
        return sheet;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UnreadableFile("broken");
        }
    }
}
