package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.testkit.GeneratedCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line on a small generated case, as an analyst would use it. */
abstract class CommandLine {
    static final String[] AUTHORITY = {
        "--authority",
        "测试〔2026〕1号",
        "--authority-by",
        "示例县公安局",
        "--covers",
        "2026-01-01/2026-12-31",
        "--expires",
        "2026-12-31"
    };

    @TempDir
    Path temp = Path.of("");

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    String answers = "";
    Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @BeforeEach
    void generate() throws IOException {
        new GeneratedCase(20_000, 3_000, 4, 7).write(temp.resolve("data"));
    }

    void importCase() {
        var arguments = new ArrayList<>(List.of(
                "import",
                "--case",
                at("case"),
                "--transfers",
                at("data/transfers.csv"),
                "--logins",
                at("data/logins.csv"),
                "--accounts",
                at("data/accounts.csv"),
                "--calls",
                at("data/calls.csv")));
        arguments.addAll(List.of(AUTHORITY));
        assertThat(run(arguments.toArray(String[]::new)))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    String at(String name) {
        return temp.resolve(name).toString();
    }

    int run(String... arguments) {
        return EvidenceCommand.run(
                List.of(arguments),
                new EvidenceCommand.Terminal(
                        new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                clock());
    }

    /** The time that a test says it is. */
    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    JsonNode summary(String folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(temp.resolve(folder).resolve("summary.json")));
    }
}
