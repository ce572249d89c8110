package org.lianxin.analytics.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read anywhere, by several threads at once. */
interface ByteSource {
    /** As many bytes as are there, up to the length; 0 or less at the end. */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** A file. */
    static ByteSource of(FileChannel channel) {
        return (position, into, offset, length) -> channel.read(ByteBuffer.wrap(into, offset, length), position);
    }

    /** Bytes in memory. */
    static ByteSource of(byte[] bytes) {
        return (position, into, offset, length) -> {
            int count = (int) Math.min(length, bytes.length - position);
            if (count > 0) {
                System.arraycopy(bytes, (int) position, into, offset, count);
            }
            return count;
        };
    }
}
