package org.lianxin.warning.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Refuses a workbook that is broken, unfolds to far more than it weighs, or brings definitions of its own. */
final class ZipCheck {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 2_000;
    private static final long HARMLESS_BYTES = 50L << 20;
    private static final int MOST_TIMES = 150;

    /** Parts that are held in memory whole; sheets are read row by row. */
    private static final long MOST_HELD_BYTES = 128L << 20;

    private ZipCheck() {}

    static void check(byte[] file) {
        try (ZipFile zip = open(file)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            refuseIf(entries.size() > MOST_ENTRIES, "bomb");
            refuseIf(zip.getEntry("xl/workbook.xml") == null, "not-a-workbook");
            long unfolded = 0;
            for (ZipArchiveEntry entry : entries) {
                try (InputStream content = zip.getInputStream(entry)) {
                    long before = unfolded;
                    unfolded =
                            read(content, before, file.length, entry.getName().endsWith(".xml"));
                    boolean held = !entry.getName().startsWith("xl/worksheets/");
                    refuseIf(held && unfolded - before > MOST_HELD_BYTES, "bomb");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
    }

    static ZipFile open(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    private static long read(InputStream content, long before, int weight, boolean xml) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = before;
        boolean first = xml;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
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
