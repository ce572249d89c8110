package org.lianxin.warning.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Refuses a workbook that is broken, unfolds to far more than it weighs, or brings definitions of its own. */
final class ZipCheck {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 2_000;
    private static final long HARMLESS_BYTES = 50L << 20;
    private static final int MOST_TIMES = 150;

    /** How UTF-16 begins: no spreadsheet program writes it, and the checks below could not read it. */
    private static final List<String> TWO_BYTES = List.of("\u00FE\u00FF", "\u00FF\u00FE", "<\u0000", "\u0000<");

    /** Parts that are held in memory whole; sheets are read row by row. */
    private static final long MOST_HELD_BYTES = 128L << 20;

    private ZipCheck() {}

    /** Whether every part can be read as it is; if not, it can after {@link #mend}. Throws {@link UnreadableFile}. */
    static boolean check(byte[] file) {
        boolean clean = true;
        try (ZipFile zip = open(file)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            refuseIf(entries.size() > MOST_ENTRIES, "bomb");
            refuseIf(zip.getEntry("xl/workbook.xml") == null, "not-a-workbook");
            long unfolded = 0;
            for (ZipArchiveEntry entry : entries) {
                long before = unfolded;
                XmlBytes characters = new XmlBytes();
                try (InputStream content = zip.getInputStream(entry)) {
                    unfolded = read(content, unfolded, file.length, isXml(entry) ? characters : null);
                }
                clean &= !characters.hasReplaced();
                boolean held = !entry.getName().startsWith("xl/worksheets/");
                refuseIf(held && unfolded - before > MOST_HELD_BYTES, "bomb");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
        return clean;
    }

    private static boolean isXml(ZipArchiveEntry entry) {
        return entry.getName().endsWith(".xml");
    }

    /** A copy in which characters that no XML may hold are visible signs. */
    static byte[] mend(byte[] file) {
        ByteArrayOutputStream mended = new ByteArrayOutputStream(file.length);
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = open(file);
                ZipOutputStream copy = new ZipOutputStream(mended)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                XmlBytes characters = new XmlBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        if (isXml(entry)) {
                            characters.mend(buffer, n);
                        }
                        copy.write(buffer, 0, n);
                    }
                }
                copy.closeEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("broken");
        }
        return mended.toByteArray();
    }

    static ZipFile open(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    /** @param characters null for a part that is no XML */
    private static long read(InputStream content, long before, int weight, @Nullable XmlBytes characters)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = before;
        boolean first = characters != null;
        CellNames names = new CellNames();
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            if (first && n > 0) {
                String head = new String(buffer, 0, Math.min(n, 2_000), StandardCharsets.ISO_8859_1);
                refuseIf(head.contains("<!DOCTYPE") || head.contains("<!ENTITY"), "foreign-definitions");
                refuseIf(TWO_BYTES.stream().anyMatch(head::startsWith), "broken");
                first = false;
            }
            if (characters != null) {
                refuseIf(names.isBeyond(buffer, n), "beyond-sheet");
                characters.mend(buffer, n);
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
