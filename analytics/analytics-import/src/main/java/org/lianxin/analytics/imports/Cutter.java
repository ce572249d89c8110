package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts files into stretches at line feeds. Where a cut fell into a quoted field, the next stretch is read once more. */
final class Cutter {
    private Cutter() {}

    static List<Stretch> cut(Evidence file, long stretchBytes) throws IOException {
        var stretches = new ArrayList<Stretch>();
        long start = file.layout().rowsFrom();
        try (var channel = FileChannel.open(file.readFrom())) {
            var source = ByteSource.of(channel);
            while (start < file.textBytes()) {
                long end = start + stretchBytes >= file.textBytes()
                        ? file.textBytes()
                        : Math.min(file.textBytes(), afterLineFeed(source, start + stretchBytes));
                stretches.add(new Stretch(file, start, end));
                start = end;
            }
        }
        return stretches;
    }

    private static long afterLineFeed(ByteSource source, long from) throws IOException {
        byte[] block = new byte[1 << 16];
        long at = from;
        while (true) {
            int read = source.read(at, block, 0, block.length);
            if (read <= 0) {
                return at;
            }
            for (int i = 0; i < read; i++) {
                if (block[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += read;
        }
    }

    /** Reads again what was begun in the middle of a row. */
    static List<Stretch> mended(List<Stretch> stretches, Path folder, Cover cover) throws IOException {
        var mended = new ArrayList<Stretch>();
        long expected = stretches.isEmpty() ? 0 : stretches.getFirst().start();
        for (var stretch : stretches) {
            if (expected >= stretch.nominalEnd()) {
                continue;
            }
            var right = expected == stretch.start()
                    ? stretch
                    : new Stretch(stretch.evidence(), expected, stretch.nominalEnd());
            right.read(folder, cover);
            mended.add(right);
            try (var arena = Arena.ofConfined()) {
                expected = Math.max(
                        stretch.nominalEnd(),
                        Part.open(right.part(folder), arena).counters().end());
            }
        }
        return mended;
    }
}
