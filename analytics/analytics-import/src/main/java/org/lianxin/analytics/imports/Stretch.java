package org.lianxin.analytics.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * From some row of a file to another: what one thread reads at a time, and what need not be read again after a crash.
 * The end is where the last row really ended, which only reading tells when a quoted field holds line feeds.
 */
record Stretch(Evidence evidence, long start, long nominalEnd) {
    Path part(Path folder) {
        return folder.resolve("%s-%013d-%013d.part".formatted(evidence.key(), start, nominalEnd));
    }

    Path quarantine(Path folder) {
        return folder.resolve("%s-%013d-%013d.bad".formatted(evidence.key(), start, nominalEnd));
    }

    /** Reads the stretch and leaves its part and its refused rows in the folder; at once if they are there already. */
    Part.Counters read(Path folder, Cover cover) throws IOException {
        Path finished = part(folder);
        if (Files.exists(finished)) {
            try (var arena = Arena.ofConfined()) {
                return Part.open(finished, arena).counters();
            }
        }
        var layout = evidence.layout();
        var part =
                new TransferPart(layout.charset(), evidence.key().substring(2, 12), (int) ((nominalEnd - start) / 64));
        RowParser parser = switch (evidence.kind()) {
            case TRANSFERS -> new TransferParser(layout, part, cover);
            case LOGINS, ACCOUNTS -> new LinkParser(layout, evidence.kind(), part, cover);
            case CALLS -> new CallParser(layout, part, cover);
        };
        Path bad = quarantine(folder);
        Path unfinished = bad.resolveSibling(bad.getFileName() + ".unfinished");
        Part.Counters counted;
        try (var channel = FileChannel.open(evidence.readFrom());
                var refused = Files.newBufferedWriter(unfinished)) {
            var reader = new RowReader(ByteSource.of(channel), layout.separator(), start, nominalEnd);
            counted = read(reader, parser, part, refused);
        }
        Files.move(unfinished, bad, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Part.write(finished, part, counted);
        return counted;
    }

    private Part.Counters read(RowReader reader, RowParser parser, TransferPart part, BufferedWriter refused)
            throws IOException {
        long rows = 0;
        long quarantined = 0;
        while (reader.next()) {
            Reason reason = reader.problem();
            if (reason == null) {
                if (reader.fields() == 1 && isBlank(reader)) {
                    continue;
                }
                reason = parser.take(reader);
            }
            rows++;
            if (reason != null) {
                quarantined++;
                refused.write(Quarantine.entry(
                        reader.line(),
                        reason,
                        Texts.show(reader.rowText(), evidence.layout().charset())));
            }
        }
        return new Part.Counters(
                rows,
                part.taken,
                quarantined,
                reader.linesRead(),
                start,
                reader.nextOffset(),
                part.texts().rowsInOtherEncoding());
    }

    private static boolean isBlank(RowReader reader) {
        for (int i = reader.rowStart(); i < reader.rowEnd(); i++) {
            if (reader.buffer()[i] > ' ' || reader.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
