package org.lianxin.warning.file;

import java.io.IOException;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Tells by its content, not by its name, how a file is read. */
public final class UploadedFile {

    private UploadedFile() {}

    /**
     * The file as {@link #listSheets} and {@link #open} read it: a workbook is looked at as a whole first, and characters that
     * no workbook may hold become visible signs. Throws {@link UnreadableFile} with what to do.
     */
    public static byte[] readable(byte[] file) {
        if (isWorkbook(file) && !ZipCheck.check(file)) {
            return ZipCheck.mend(file);
        }
        return file;
    }

    /** The names of the visible sheets of a workbook; one without a name for any other file. */
    public static List<String> listSheets(byte[] file) {
        if (!isWorkbook(file)) {
            return List.of("");
        }
        try (ZipFile zip = ZipCheck.open(file)) {
            List<String> sheets =
                    List.copyOf(new WorkbookParts(zip).visibleSheets().keySet());
            if (sheets.isEmpty()) {
                throw new UnreadableFile("no-sheet");
            }
            return sheets;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
    }

    /**
     * Opens the rows of a sheet; throws {@link UnreadableFile} with what to do.
     *
     * @param sheet one of {@link #listSheets}
     */
    public static Rows open(byte[] file, String sheet) {
        if (file.length == 0) {
            throw new UnreadableFile("empty");
        }
        if (isWorkbook(file)) {
            return new XlsxRows(file, sheet);
        }
        if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile("old-or-locked");
        }
        if (starts(file, '%', 'P', 'D', 'F') || starts(file, 0x89, 'P', 'N', 'G') || starts(file, 0xFF, 0xD8, 0xFF)) {
            throw new UnreadableFile("not-a-table");
        }
        return CsvRows.open(file);
    }

    public static boolean isWorkbook(byte[] file) {
        return starts(file, 'P', 'K', 3, 4);
    }

    private static boolean starts(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
