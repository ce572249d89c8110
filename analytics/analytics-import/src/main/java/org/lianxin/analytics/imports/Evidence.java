package org.lianxin.analytics.imports;

import java.nio.file.Path;

/**
 * A file of evidence, ready to be read.
 *
 * @param name as the report shows it
 * @param readFrom the file itself, or what it was unpacked to
 * @param sha256 of the file itself
 * @param cut whether unpacking failed somewhere: what came before is read
 */
record Evidence(
        String name,
        FileKind kind,
        Path readFrom,
        long bytes,
        String sha256,
        Layout layout,
        long textBytes,
        boolean cut) {
    /** Distinguishes files by what they hold, not by their names. */
    String key() {
        return kind.name().charAt(0) + "-" + sha256.substring(0, 24);
    }
}
