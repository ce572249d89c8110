package org.lianxin.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.local.EvidenceCommand;
import org.lianxin.analytics.testkit.GeneratedCase;

/** The command line on both engines, with the same files as answer. */
class SparkCommandTest {
    private static final List<String> AUTHORITY = List.of(
            "--authority",
            "测试〔2026〕1号",
            "--authority-by",
            "示例县公安局",
            "--covers",
            "2026-01-01/2026-12-31",
            "--expires",
            "2026-12-31");

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void importTraceLinkAndFindAnswerAsTheDefaultEngineDoes() throws IOException {
        new GeneratedCase(20_000, 3_000, 4, 7).write(temp);
        Files.writeString(temp.resolve("transfers.csv"), """
                T100000000007,a,b,never,1.00,CNY,网银,,
                X1,a,b,2026-03-01 08:00:00,-1.00,CNY,网银,,
                X2,a,b,2025-03-01 08:00:00,1.00,CNY,网银,,
                X3,a,b,2026-03-01 08:00:00,1.00,CNY,网银,,
                X3,a,b,2026-03-01 08:00:00,1.00,CNY,网银,,
                X3,a,c,2026-03-01 09:00:00,1.00,CNY,网银,,
                """, StandardOpenOption.APPEND);
        Files.writeString(temp.resolve("logins.csv"), "a,2025-03-01 08:00:00,10.0.0.1,D1\n", StandardOpenOption.APPEND);
        var files = List.of(
                "--transfers", at("transfers.csv"), "--logins", at("logins.csv"), "--accounts", at("accounts.csv"));
        var authority = new ArrayList<>(files);
        authority.addAll(AUTHORITY);
        run("import", "spark", authority);
        assertThat(said(out))
                .containsPattern("rows 22,\\d{3} = loaded 22,\\d{3} \\+ duplicates 1 \\+ quarantined 5\\n");
        run("import", "local", authority);
        var sums = said(out).lines().filter(line -> line.startsWith("rows ")).toList();
        assertThat(sums.getFirst()).isEqualTo(sums.getLast());
        for (String word : List.of(
                "trace --seeds " + at("victims.csv"),
                "link",
                "find --pattern cards-passed-on",
                "find --pattern pass-through")) {
            for (String engine : List.of("spark", "local")) {
                var arguments = new ArrayList<>(List.of(word.split(" ", -1)).subList(1, word.split(" ", -1).length));
                arguments.addAll(List.of("--out", at(engine + "-out")));
                run(word.split(" ", -1)[0], engine, arguments);
            }
            assertThat(temp.resolve("spark-out/summary.json"))
                    .as(word)
                    .hasSameTextualContentAs(temp.resolve("local-out/summary.json"));
        }
        assertThat(temp.resolve("spark-out/patterns.csv"))
                .hasSameBinaryContentAs(temp.resolve("local-out/patterns.csv"));
        assertThat(temp.resolve("spark-out/edges.csv")).hasSameBinaryContentAs(temp.resolve("local-out/edges.csv"));
        now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(exit("link", "spark", List.of("--out", at("late")))).isEqualTo(2);
        assertThat(said(err)).contains("expired on 2026-12-31");
        assertThat(temp.resolve("late")).doesNotExist();
    }

    private void run(String word, String engine, List<String> more) {
        assertThat(exit(word, engine, more)).as(said(err)).isZero();
    }

    private int exit(String word, String engine, List<String> more) {
        var arguments = new ArrayList<>(List.of(word, "--case", at(engine)));
        arguments.addAll(more);
        var terminal = new EvidenceCommand.Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        if (engine.equals("local")) {
            return EvidenceCommand.run(arguments, terminal, clock);
        }
        arguments.addAll(List.of("--engine", "spark", "--master", "local[2]"));
        return SparkCommand.run(arguments, terminal, clock);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private String at(String name) {
        return temp.resolve(name).toString();
    }
}
