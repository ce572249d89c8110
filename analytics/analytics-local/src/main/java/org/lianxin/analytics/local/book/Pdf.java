package org.lianxin.analytics.local.book;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/**
 * A small writer of PDF: pages of lines in one Chinese typeface, links between pages, an outline. The typeface is the
 * standard STSong-Light, which readers bring along, so nothing is embedded. The same pages give the same bytes.
 */
final class Pdf {
    static final int LINES = 62;
    static final int COLUMNS = 100;

    private static final int LEFT = 46;
    private static final int TOP = 800;
    private static final int LEADING = 12;
    private static final double SIZE = 10;
    private static final int FIRST_PAGE = 7;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final List<Page> pages;
    private final List<Mark> outline;
    private final List<Long> offsets = new ArrayList<>();
    private long written;

    /**
     * @param outline entries at the side of a reader's window
     */
    Pdf(List<Page> pages, List<Mark> outline) {
        this.pages = pages;
        this.outline = outline;
    }

    /** A line; it leads to a page if the page is not negative. */
    record Line(String text, int leadsTo) {
        static Line of(String text) {
            return new Line(text, -1);
        }
    }

    /** Lines from top to bottom. */
    record Page(List<Line> lines) {}

    /** A name for a page. */
    record Mark(String text, int page) {}

    void write(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            put(out, "%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
            int firstMark = FIRST_PAGE + pages.size() * 2;
            object(out, "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /PageMode /UseOutlines >>");
            var kids = new StringBuilder();
            for (int page = 0; page < pages.size(); page++) {
                kids.append(FIRST_PAGE + page * 2).append(" 0 R ");
            }
            object(out, "<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
            object(
                    out,
                    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H"
                            + " /DescendantFonts [4 0 R] >>");
            object(
                    out,
                    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe)"
                            + " /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 907 500] /FontDescriptor 5 0 R"
                            + " >>");
            object(
                    out,
                    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                            + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
            object(
                    out,
                    "<< /Type /Outlines /Count " + outline.size()
                            + (outline.isEmpty()
                                    ? ""
                                    : " /First " + firstMark + " 0 R /Last " + (firstMark + outline.size() - 1)
                                            + " 0 R")
                            + " >>");
            for (var page : pages) {
                page(out, page);
            }
            marks(out, firstMark);
            trailer(out);
        }
    }

    private void page(OutputStream out, Page page) throws IOException {
        int number = offsets.size() + 1;
        var links = new StringBuilder();
        var text = new StringBuilder("BT /F1 " + SIZE + " Tf " + LEADING + " TL " + LEFT + " " + TOP + " Td\n");
        for (int line = 0; line < page.lines.size(); line++) {
            var one = page.lines.get(line);
            text.append('<')
                    .append(HEX.formatHex(one.text.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
            if (one.leadsTo >= 0) {
                int base = TOP - line * LEADING;
                links.append(
                        "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%d %d 550 %d] /Dest [%d 0 R /Fit] >> "
                                .formatted(LEFT, base - 2, base + 10, FIRST_PAGE + one.leadsTo * 2));
            }
        }
        text.append("ET\n");
        object(
                out,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                        + (number + 1) + " 0 R" + (links.isEmpty() ? "" : " /Annots [" + links + "]") + " >>");
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed)) {
            deflate.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        begin(out);
        put(
                out,
                ("<< /Length " + packed.size() + " /Filter /FlateDecode >>\nstream\n")
                        .getBytes(StandardCharsets.US_ASCII));
        put(out, packed.toByteArray());
        put(out, "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void marks(OutputStream out, int first) throws IOException {
        for (int i = 0; i < outline.size(); i++) {
            var mark = outline.get(i);
            object(
                    out,
                    "<< /Title <FEFF" + HEX.formatHex(mark.text.getBytes(StandardCharsets.UTF_16BE)) + "> /Parent 6 0 R"
                            + (i > 0 ? " /Prev " + (first + i - 1) + " 0 R" : "")
                            + (i + 1 < outline.size() ? " /Next " + (first + i + 1) + " 0 R" : "")
                            + " /Dest [" + (FIRST_PAGE + mark.page * 2) + " 0 R /Fit] >>");
        }
    }

    private void trailer(OutputStream out) throws IOException {
        long start = written;
        var table = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> table.append("%010d 00000 n \n".formatted(offset)));
        table.append("trailer\n<< /Size ").append(offsets.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        put(out, table.append(start).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void begin(OutputStream out) throws IOException {
        offsets.add(written);
        put(out, (offsets.size() + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void object(OutputStream out, String body) throws IOException {
        begin(out);
        put(out, (body + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void put(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
