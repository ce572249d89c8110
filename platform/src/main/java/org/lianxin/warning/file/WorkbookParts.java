package org.lianxin.warning.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Finds the parts of a workbook by its own relations. */
final class WorkbookParts {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ZipFile zip;

    WorkbookParts(ZipFile zip) {
        this.zip = zip;
    }

    byte @Nullable [] read(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** The names of the visible sheets, in their order, with the paths of their parts. */
    Map<String, String> visibleSheets() throws IOException {
        Map<String, String> relations = relations("xl/workbook.xml");
        Map<String, String> sheets = new LinkedHashMap<>();
        for (Element sheet : Xml.all(Xml.parse(needed("xl/workbook.xml")), "sheet")) {
            String state = sheet.getAttribute("state");
            String target = relations.get(sheet.getAttributeNS(RELATIONS, "id"));
            if (!state.equals("hidden") && !state.equals("veryHidden") && target != null) {
                sheets.put(sheet.getAttribute("name"), target);
            }
        }
        return sheets;
    }

    /** The path of the visible sheet with this name. */
    String sheet(String name) throws IOException {
        String path = visibleSheets().get(name);
        if (path == null) {
            throw new IOException("no visible sheet of the name");
        }
        return path;
    }

    private byte[] needed(String name) throws IOException {
        byte[] part = read(name);
        if (part == null) {
            throw new IOException("no " + name);
        }
        return part;
    }

    /** Where the relations of a part are kept. */
    static String relationsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
    }

    /** Targets of a part's relations by id, as paths from the root. */
    Map<String, String> relations(String part) throws IOException {
        Map<String, String> targets = new LinkedHashMap<>();
        byte[] relations = read(relationsOf(part));
        if (relations != null) {
            for (Element relation : Xml.all(Xml.parse(relations), "Relationship")) {
                targets.put(relation.getAttribute("Id"), path(part, relation.getAttribute("Target")));
            }
        }
        return targets;
    }

    private static String path(String part, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = part.substring(0, part.lastIndexOf('/'));
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
        return folder.isEmpty() ? rest : folder + "/" + rest;
    }
}
