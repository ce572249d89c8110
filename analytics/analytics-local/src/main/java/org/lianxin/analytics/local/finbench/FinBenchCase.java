package org.lianxin.analytics.local.finbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.lianxin.analytics.api.EvidenceProblem;

/** A snapshot kept in a case folder, which holds nothing else. It needs no authority: it is nobody's data. */
public final class FinBenchCase {
    private static final String FOLDER = "finbench";

    private FinBenchCase() {}

    /** Takes the snapshot over, after reading it once to be sure that it is one. */
    public static FinBench take(Path snapshot, Path caseFolder) throws IOException {
        if (Files.exists(caseFolder.resolve("manifest.json"))) {
            throw new EvidenceProblem(
                    "finbench",
                    "%s holds a case; a snapshot of the benchmark needs a folder of its own.".formatted(caseFolder));
        }
        var read = FinBench.open(snapshot);
        Path into = Files.createDirectories(caseFolder.resolve(FOLDER));
        try (Stream<Path> files = Files.list(snapshot)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.toLowerCase(Locale.ROOT).endsWith(".csv.gz")) {
                    Files.copy(file, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    pack(file, into.resolve(name + ".gz"));
                }
            }
        }
        return read;
    }

    private static void pack(Path file, Path into) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(into))) {
            Files.copy(file, out);
        }
    }

    /** Opens what was taken over. */
    public static FinBench open(Path caseFolder) throws IOException {
        if (!Files.isDirectory(caseFolder.resolve(FOLDER))) {
            throw new EvidenceProblem(
                    "finbench",
                    "%s holds no snapshot. Import one with evidence import --case DIR --finbench SNAPSHOT_DIR."
                            .formatted(caseFolder));
        }
        return FinBench.open(caseFolder.resolve(FOLDER));
    }

    /** Names of the reads. */
    public static List<String> reads() {
        return Stream.concat(
                        java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(i -> "TCR" + i),
                        java.util.stream.IntStream.rangeClosed(1, 6).mapToObj(i -> "TSR" + i))
                .toList();
    }
}
