package org.lianxin.warning.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Refuses a workbook that is broken, unfolds to far more than it weighs, or brings definitions of its own. */
final class ZipCheck {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 2_000;
    private static final long HARMLESS_BYTES = 50L << 20;
    private static final int MOST_TIMES = 150;

    private ZipCheck() {}

    static void check(byte[] file) {
        byte[] buffer = new byte[1 << 16];
        long unfolded = 0;
        int entries = 0;
        boolean workbook = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equalsIgnoreCase("xl/workbook.xml");
                entries++;
                unfolded =
                        read(zip, buffer, unfolded, file.length, entry.getName().endsWith(".xml"));
                refuseIf(entries > MOST_ENTRIES, "bomb");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
        refuseIf(!workbook, "not-a-workbook");
    }

    private static long read(InputStream zip, byte[] buffer, long before, int weight, boolean xml) throws IOException {
        long total = before;
        boolean first = xml;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            if (first && n > 0) {
                String head = new String(buffer, 0, Math.min(n, 2_000), StandardCharsets.ISO_8859_1);
                refuseIf(head.contains("<!DOCTYPE") || head.contains("<!ENTITY"), "foreign-definitions");
                first = false;
            }
            total += n;
            refuseIf(total > MOST_BYTES || (total > HARMLESS_BYTES && total / MOST_TIMES > weight), "bomb");
        }
        return total;
    }

    private static void refuseIf(boolean bad, String code) {
        if (bad) {
            throw new UnreadableFile(code);
        }
    }
}
