package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;

/**
 * A file of a few numbers and a few stretches of memory. It appears under its name only when complete.
 *
 * @param counters what the writer wanted to keep beside the sections
 */
record SectionFile(long[] counters, MemorySegment[] sections) {
    private static final long MAGIC = 0x32305452415058L;
    private static final int COUNTERS = 16;
    private static final int BLOCK = 1 << 18;

    /** Written block by block: a mapped file would cost a fault of every page. */
    static void write(Path file, long[] counters, MemorySegment... sections) throws IOException {
        long[] head = new long[2 + COUNTERS + 2 * sections.length];
        head[0] = MAGIC;
        head[1] = sections.length;
        System.arraycopy(counters, 0, head, 2, counters.length);
        long offset = 8L * head.length;
        for (int i = 0; i < sections.length; i++) {
            head[2 + COUNTERS + 2 * i] = offset;
            head[3 + COUNTERS + 2 * i] = sections[i].byteSize();
            offset += sections[i].byteSize() + 7 & ~7L;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocateDirect(BLOCK);
            append(channel, MemorySegment.ofArray(head), block);
            for (int i = 0; i < sections.length; i++) {
                channel.position(head[2 + COUNTERS + 2 * i]);
                append(channel, sections[i], block);
            }
            if (channel.size() < offset) {
                channel.write(ByteBuffer.allocate(1), offset - 1);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(FileChannel channel, MemorySegment section, ByteBuffer block) throws IOException {
        var memory = MemorySegment.ofBuffer(block.clear());
        for (long at = 0; at < section.byteSize(); at += BLOCK) {
            long length = Math.min(BLOCK, section.byteSize() - at);
            MemorySegment.copy(section, at, memory, 0, length);
            block.position(0).limit((int) length);
            while (block.hasRemaining()) {
                channel.write(block);
            }
        }
    }

    static SectionFile open(Path file, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (memory.byteSize() < 16 || memory.getAtIndex(ValueLayout.JAVA_LONG, 0) != MAGIC) {
                throw new IOException(file + " is not a part of a case");
            }
            long[] counters = new long[COUNTERS];
            for (int i = 0; i < COUNTERS; i++) {
                counters[i] = memory.getAtIndex(ValueLayout.JAVA_LONG, 2 + i);
            }
            var sections = new MemorySegment[(int) memory.getAtIndex(ValueLayout.JAVA_LONG, 1)];
            for (int i = 0; i < sections.length; i++) {
                sections[i] = memory.asSlice(
                        memory.getAtIndex(ValueLayout.JAVA_LONG, 2 + COUNTERS + 2L * i),
                        memory.getAtIndex(ValueLayout.JAVA_LONG, 3 + COUNTERS + 2L * i));
            }
            return new SectionFile(counters, sections);
        }
    }

    LongColumn longs(int section) {
        return LongColumn.over(sections[section]);
    }

    IntColumn ints(int section) {
        return IntColumn.over(sections[section]);
    }

    MemorySegment bytes(int section) {
        return sections[section];
    }
}
