package org.lianxin.warning.file;

/** Tells by its content, not by its name, how a file is read. */
public final class UploadedFile {

    private UploadedFile() {}

    /** Opens the rows of the first visible sheet; throws {@link UnreadableFile} with what to do. */
    public static Rows open(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableFile("empty");
        }
        if (isWorkbook(file)) {
            ZipCheck.check(file);
            return new XlsxRows(file);
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
