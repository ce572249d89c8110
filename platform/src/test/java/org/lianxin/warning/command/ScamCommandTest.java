package org.lianxin.warning.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScamCommandTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new WarningCommand().run(List.of(arguments), to, to);
    }

    private List<JsonNode> answers(Path out) throws IOException {
        return Files.readAllLines(out).stream().map(MAPPER::readTree).toList();
    }

    @Test
    void answersEveryLineInOrderAndNamesTheBadOnes() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Path out = folder.resolve("out.jsonl");
        Files.writeString(in, """
                {"id":1,"text":"刷单日结，垫付秒返佣金，加微信abc123"}
                {"id":"b","text":"妈，今晚加班，不用等我吃饭"}
                not json
                [1]
                {"id":5}

                {"id":{"x":7},"text":""}
                """);
        Files.write(in, new byte[] {'{', '"', (byte) 0xFF, '"', '}'}, StandardOpenOption.APPEND);

        assertThat(run("classify", "--in", in.toString(), "--out", out.toString()))
                .isEqualTo(1);

        List<JsonNode> answers = answers(out);
        assertThat(answers).hasSize(7);
        assertThat(answers.get(0).get("type").stringValue()).isEqualTo("刷单返利");
        assertThat(answers.get(0).get("confidence").doubleValue()).isBetween(0.5, 1.0);
        assertThat(answers.get(0).get("because"))
                .hasSizeBetween(1, 5)
                .allSatisfy(reason -> assertThat("刷单日结，垫付秒返佣金，加微信abc123").contains(reason.stringValue()));
        assertThat(answers.get(1).get("id").stringValue()).isEqualTo("b");
        assertThat(answers.get(1).get("type").stringValue()).isEqualTo("none");
        assertThat(answers.get(1).get("because")).isEmpty();
        assertThat(answers.get(2).get("error").stringValue()).startsWith("not JSON");
        assertThat(answers.get(3).get("line").intValue()).isEqualTo(4);
        assertThat(answers.get(4).get("id").intValue()).isEqualTo(5);
        assertThat(answers.get(4).get("error").stringValue()).contains("text");
        assertThat(answers.get(5).at("/id/x").intValue()).isEqualTo(7);
        assertThat(answers.get(6).get("error").stringValue()).isEqualTo("not UTF-8");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 8: not UTF-8");
    }

    @Test
    void refusesToWriteOverItsInput() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"id\":1,\"text\":\"刷单\"}\n");

        assertThat(run("classify", "--in", in.toString(), "--out", in.toString()))
                .isEqualTo(2);
        assertThat(in).hasContent("{\"id\":1,\"text\":\"刷单\"}");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("classify", "--in", "nowhere.jsonl")).isEqualTo(2);
        assertThat(run("train", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing --out", "no train and held-out");
    }

    @Test
    void aLineBeyondTheLimitIsAnsweredAndTheNextOneIsRead() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Path out = folder.resolve("out.jsonl");
        Files.writeString(in, "x".repeat(3 << 20) + "\n{\"id\":2,\"text\":\"你好\"}\n");

        assertThat(run("classify", "--in", in.toString(), "--out", out.toString()))
                .isEqualTo(1);

        assertThat(answers(out).get(0).get("error").stringValue()).startsWith("longer than");
        assertThat(answers(out).get(1).get("type").stringValue()).isEqualTo("none");
    }
}
