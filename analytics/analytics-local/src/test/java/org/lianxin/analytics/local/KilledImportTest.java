package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.testkit.GeneratedCase;

class KilledImportTest {
    @TempDir
    private Path temp = Path.of("");

    @Test
    void goesOnWhereItWasKilledAndEndsWithTheSameBytes() throws IOException, InterruptedException {
        new GeneratedCase(400_000, 20_000, 3, 11).write(temp.resolve("data"));
        var killed = start(temp.resolve("killed"));
        Path parts = temp.resolve("killed/parts");
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (finished(parts).isEmpty() && killed.isAlive() && Instant.now().isBefore(patience)) {
            Thread.sleep(5);
        }
        killed.destroyForcibly().waitFor();
        var before = finished(parts);
        assertThat(before).isNotEmpty();
        assertThat(temp.resolve("killed/manifest.json")).doesNotExist();

        assertThat(start(temp.resolve("killed")).waitFor()).isZero();
        assertThat(finished(parts)).containsAllEntriesOf(before);
        assertThat(start(temp.resolve("whole")).waitFor()).isZero();
        for (String file : List.of("index-a/ids.utf8", "index-a/amount.i64", "index-a/out.i32", "manifest.json")) {
            assertThat(temp.resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(temp.resolve("whole").resolve(file));
        }
    }

    /** Parts with the time at which they were written: one that is kept is not written again. */
    private static TreeMap<String, Object> finished(Path parts) throws IOException {
        var finished = new TreeMap<String, Object>();
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".part")).toList()) {
                    finished.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
                }
            }
        }
        return finished;
    }

    private Process start(Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lianxin.analytics.local.EvidenceCommand"));
        command.addAll(List.of(
                "import",
                "--case",
                folder.toString(),
                "--transfers",
                temp.resolve("data/transfers.csv").toString()));
        command.addAll(List.of("--authority", "测试1号", "--authority-by", "示例县公安局", "--covers", "2026-01-01/2026-12-31"));
        command.addAll(List.of("--expires", "2099-12-31", "--threads", "1", "--memory", "1"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
