package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
    private static final long MAGIC = 0x31305452415058L;
    private static final int COUNTERS = 16;

    static void write(Path file, long[] counters, MemorySegment... sections) throws IOException {
        long table = 8L * (2 + COUNTERS + 2L * sections.length);
        long size = table;
        long[] offsets = new long[sections.length];
        for (int i = 0; i < sections.length; i++) {
            offsets[i] = size;
            size += sections[i].byteSize() + 7 & ~7L;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var arena = Arena.ofConfined();
                var channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            var memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
            memory.setAtIndex(ValueLayout.JAVA_LONG, 0, MAGIC);
            memory.setAtIndex(ValueLayout.JAVA_LONG, 1, sections.length);
            for (int i = 0; i < counters.length; i++) {
                memory.setAtIndex(ValueLayout.JAVA_LONG, 2 + i, counters[i]);
            }
            for (int i = 0; i < sections.length; i++) {
                memory.setAtIndex(ValueLayout.JAVA_LONG, 2 + COUNTERS + 2L * i, offsets[i]);
                memory.setAtIndex(ValueLayout.JAVA_LONG, 3 + COUNTERS + 2L * i, sections[i].byteSize());
                MemorySegment.copy(sections[i], 0, memory, offsets[i], sections[i].byteSize());
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
