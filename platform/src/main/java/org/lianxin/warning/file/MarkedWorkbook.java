package org.lianxin.warning.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The user's own workbook with the bad cells red and commented; everything else in it stays byte for byte. */
public final class MarkedWorkbook {

    /** More boxes than this make a spreadsheet program crawl; further cells are coloured only. */
    private static final int MOST_COMMENTS = 5_000;

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String OURS = "lianxin";
    private static final String COMMENTS = "xl/comments_lianxin.xml";
    private static final String BOXES = "xl/drawings/vmlDrawing_lianxin.vml";

    private final WorkbookParts parts;
    private final ZipFile zip;
    private final List<Mark> marks;
    private final Map<String, byte[]> changed = new HashMap<>();

    private MarkedWorkbook(ZipFile zip, List<Mark> marks) {
        this.zip = zip;
        this.parts = new WorkbookParts(zip);
        this.marks = marks;
    }

    /**
     * Writes the marked copy of an xlsx, or of a csv as a new workbook.
     *
     * @param sheet the one that was read
     */
    public static void write(byte[] file, String sheet, List<Mark> marks, OutputStream out) throws IOException {
        if (!UploadedFile.isWorkbook(file)) {
            MarkedTable.write(file, marks, out);
            return;
        }
        try (ZipFile zip = ZipCheck.open(UploadedFile.readable(file))) {
            new MarkedWorkbook(zip, marks).write(sheet, out);
        }
    }

    private void write(String name, OutputStream out) throws IOException {
        String sheet = parts.sheet(name);
        String styles = "xl/styles.xml";
        byte[] known = parts.read(styles);
        int offset = 0;
        if (known != null) {
            MarkedStyles marked = MarkedStyles.of(known);
            changed.put(styles, marked.part());
            offset = marked.offset();
        }
        String relation = addComments(sheet);
        Set<String> cells = marks.stream().map(Mark::cell).collect(Collectors.toSet());
        try (ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                byte[] replaced = changed.remove(entry.getName());
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(sheet)) {
                        new MarkedSheet(cells, offset, relation).copy(in, copy);
                    } else if (replaced == null) {
                        in.transferTo(copy);
                    } else {
                        copy.write(replaced);
                    }
                }
                copy.closeEntry();
            }
            for (Map.Entry<String, byte[]> added : changed.entrySet()) {
                copy.putNextEntry(new ZipEntry(added.getKey()));
                copy.write(added.getValue());
                copy.closeEntry();
            }
        }
    }

    /** The id of the relation the sheet needs; empty when it has its comments already. */
    private String addComments(String sheet) throws IOException {
        List<Mark> shown = marks.stream().limit(MOST_COMMENTS).toList();
        String comments = target(sheet, "/comments");
        String boxes = target(sheet, "vmlDrawing");
        if (comments != null && boxes != null) {
            changed.put(comments, MarkedComments.comments(parts.read(comments), shown));
            changed.put(boxes, MarkedComments.boxes(parts.read(boxes), shown));
            return "";
        }
        changed.put(COMMENTS, MarkedComments.comments(null, shown));
        changed.put(BOXES, MarkedComments.boxes(null, shown));
        relate(sheet);
        declare();
        return OURS + "Boxes";
    }

    private @Nullable String target(String sheet, String part) throws IOException {
        return parts.relations(sheet).values().stream()
                .filter(each -> each.contains(part))
                .findFirst()
                .orElse(null);
    }

    private void relate(String sheet) throws IOException {
        String path = WorkbookParts.relationsOf(sheet);
        byte[] known = parts.read(path);
        String none = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        Document relations = Xml.parse(known == null ? none.getBytes(java.nio.charset.StandardCharsets.UTF_8) : known);
        relation(relations, OURS + "Comments", "comments", COMMENTS);
        relation(relations, OURS + "Boxes", "vmlDrawing", BOXES);
        changed.put(path, Xml.write(relations));
    }

    private static void relation(Document relations, String id, String type, String target) {
        Element relation = Xml.add(relations.getDocumentElement(), "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", RELATION + type);
        relation.setAttribute("Target", "/" + target);
    }

    private void declare() throws IOException {
        String path = "[Content_Types].xml";
        byte[] known = parts.read(path);
        if (known == null) {
            throw new IOException("no " + path);
        }
        Document types = Xml.parse(known);
        boolean hasBoxes = Xml.all(types, "Default").stream()
                .anyMatch(each -> each.getAttribute("Extension").equalsIgnoreCase("vml"));
        if (!hasBoxes) {
            Element kind = types.createElementNS(types.getDocumentElement().getNamespaceURI(), "Default");
            kind.setAttribute("Extension", "vml");
            kind.setAttribute("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing");
            types.getDocumentElement()
                    .insertBefore(kind, types.getDocumentElement().getFirstChild());
        }
        Element override = Xml.add(types.getDocumentElement(), "Override");
        override.setAttribute("PartName", "/" + COMMENTS);
        override.setAttribute(
                "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
        changed.put(path, Xml.write(types));
    }
}
