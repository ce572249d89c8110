package org.lianxin.place.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers of seven bits a byte, low ones first, and texts with their length. */
final class Columns {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
