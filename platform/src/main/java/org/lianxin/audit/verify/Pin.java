package org.lianxin.audit.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier check saw: the key, and the last head. Kept where whoever can change the database cannot; shows a log that
 * was cut or rolled back and signed again.
 *
 * @param number of the last head seen; 0 when there was none
 * @param hash SHA-256 of that head's text
 */
record Pin(byte[] key, long number, byte[] hash) {

    static @Nullable Pin read(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            HexFormat hex = HexFormat.of();
            return new Pin(hex.parseHex(lines.get(1)), Long.parseLong(lines.get(2)), hex.parseHex(lines.get(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        HexFormat hex = HexFormat.of();
        try {
            Files.write(
                    file,
                    List.of("lianxin audit pin 1", hex.formatHex(key), Long.toString(number), hex.formatHex(hash)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
