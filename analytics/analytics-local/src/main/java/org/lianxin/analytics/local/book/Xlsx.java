package org.lianxin.analytics.local.book;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small writer of workbooks: sheets of text and numbers, row by row, a new sheet when one is full. Account numbers are
 * text and stay whole; nothing is a formula. The same rows give the same bytes.
 */
final class Xlsx implements AutoCloseable {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_LETTERS = 32_767;
    private static final LocalDateTime MADE = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final ZipOutputStream zip;
    private final List<String> names = new ArrayList<>();
    private String name = "";
    private Object[] header = {};
    private int rows;

    Xlsx(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Begins a sheet. */
    void sheet(String sheetName, Object... columns) throws IOException {
        endSheet();
        name = sheetName;
        header = columns.clone();
        beginSheet(sheetName);
    }

    /** Numbers stay numbers, money in cents comes as {@link Yuan}, all else is text. */
    void row(Object... cells) throws IOException {
        if (rows == MOST_ROWS) {
            endSheet();
            beginSheet(name + " "
                    + (names.stream().filter(one -> one.startsWith(name)).count() + 1));
        }
        write(cells);
    }

    /** An amount in cents. */
    record Yuan(long cents) {}

    private void beginSheet(String sheetName) throws IOException {
        names.add(sheetName);
        entry("xl/worksheets/sheet" + names.size() + ".xml");
        put(
                HEAD + "<worksheet xmlns=\"" + SHEETS
                        + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                        + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        rows = 0;
        write(header);
    }

    private void endSheet() throws IOException {
        if (!names.isEmpty()) {
            put("</sheetData></worksheet>");
            zip.closeEntry();
        }
    }

    private void write(Object... cells) throws IOException {
        rows++;
        var row = new StringBuilder("<row r=\"" + rows + "\">");
        for (int column = 0; column < cells.length; column++) {
            String place = " r=\"" + (char) ('A' + column) + rows + "\"";
            switch (cells[column]) {
                case Yuan yuan ->
                    row.append("<c s=\"1\"" + place + "><v>")
                            .append(yuan.cents / 100)
                            .append(".%02d".formatted(yuan.cents % 100))
                            .append("</v></c>");
                case Number number ->
                    row.append("<c" + place + "><v>").append(number).append("</v></c>");
                default ->
                    row.append("<c t=\"inlineStr\"" + place + "><is><t xml:space=\"preserve\">")
                            .append(escape(cells[column].toString()))
                            .append("</t></is></c>");
            }
        }
        put(row.append("</row>\n").toString());
    }

    /** What a cell cannot hold is cut and ends with a mark; so is a letter that XML cannot hold. */
    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().limit(MOST_LETTERS / 2).forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    boolean control = letter < ' ' && letter != '\n' && letter != '\t';
                    boolean half = letter >= 0xD800 && letter <= 0xDFFF;
                    boolean none = control || half || letter == 0xFFFE || letter == 0xFFFF;
                    escaped.appendCodePoint(none ? 0xFFFD : letter);
                }
            }
        });
        boolean cut = text.codePointCount(0, text.length()) > MOST_LETTERS / 2;
        return cut ? escaped + "…" : escaped.toString();
    }

    private void entry(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(MADE);
        zip.putNextEntry(entry);
    }

    private void put(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void part(String path, String text) throws IOException {
        entry(path);
        put(HEAD + text);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            endSheet();
            var types = new StringBuilder();
            var sheets = new StringBuilder();
            var relations = new StringBuilder();
            for (int i = 1; i <= names.size(); i++) {
                types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%s.worksheet+xml\"/>"
                        .formatted(i, "application/vnd.openxmlformats-officedocument.spreadsheetml"));
                sheets.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(escape(names.get(i - 1)), i, i));
                relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(i, RELATIONS, i));
            }
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/styles\" Target=\"styles.xml\"/>"
                    .formatted(names.size() + 1, RELATIONS));
            part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + sheets
                            + "</sheets></workbook>");
            part("xl/_rels/workbook.xml.rels", relations(relations));
            frame(types);
        }
    }

    private static String relations(CharSequence relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private void frame(CharSequence types) throws IOException {
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + SHEETS + "\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
                        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                        + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"4\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        part(
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + ".sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind + ".styles+xml\"/>" + types
                        + "</Types>");
    }
}
