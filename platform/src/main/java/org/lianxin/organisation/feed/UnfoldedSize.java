package org.lianxin.organisation.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** How large a workbook becomes in memory: a small file may unfold to gigabytes. */
public final class UnfoldedSize {

    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_PARTS = 2_000;

    private UnfoldedSize() {}

    /** Unfolds the file as the reader will, without keeping it, and stops where it is too much; false then. */
    public static boolean isBearable(byte[] file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            for (ZipArchiveEntry part : parts) {
                try (InputStream content = zip.getInputStream(part)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        bytes += read;
                        if (bytes > MOST_BYTES) {
                            return false;
                        }
                    }
                }
            }
            return parts.size() <= MOST_PARTS;
        }
    }
}
