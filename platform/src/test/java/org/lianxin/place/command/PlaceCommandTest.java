package org.lianxin.place.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.shared.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlaceCommandTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Command.class)).anyMatch(PlaceCommand.class::isInstance);
    }

    @Test
    void answersEveryLineInOrderAndNamesTheBadOnes() throws IOException {
        byte[] good = """
                {"id":1,"text":"内蒙古通辽霍林郭勒市珠斯花街道"}
                {"id":"b","text":"和平村委会"}
                not json
                [1]
                {"id":5}
                {"id":{"x":7},"text":"莫𡐓村","more":true}

                {"id":8,"text":""}
                """.getBytes(StandardCharsets.UTF_8);
        Path in = folder.resolve("in.jsonl");
        Files.write(in, good);
        Files.write(in, new byte[] {'{', '"', (byte) 0xFF, '}'}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(resolve(in)).isEqualTo(1);

        List<JsonNode> answers = answers();
        assertThat(answers).hasSize(8);
        assertThat(answers.get(0).at("/candidates/0/code").stringValue()).isEqualTo("150581001");
        assertThat(answers.get(1).get("id").stringValue()).isEqualTo("b");
        assertThat(answers.get(1).get("total").intValue()).isEqualTo(274);
        assertThat(answers.get(1).get("ambiguous").booleanValue()).isTrue();
        assertThat(answers.get(1).get("candidates")).hasSize(100);
        assertThat(answers.get(4).get("id").intValue()).isEqualTo(5);
        assertThat(answers.get(5).at("/id/x").intValue()).isEqualTo(7);
        assertThat(answers.get(5).at("/candidates/0/name").stringValue()).endsWith("莫𡐓村委会");
        assertThat(answers.get(6).get("total").intValue()).isZero();
        assertThat(List.of(2, 3, 4, 7)).allMatch(i -> answers.get(i).has("error"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 3:", "line 4:", "line 5:", "line 9: not UTF-8");
    }

    @Test
    void keepsOrderOverManyBatches() throws IOException {
        Path in = folder.resolve("many.jsonl");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            lines.add("{\"id\":" + i + ",\"text\":\"通辽市\"}");
        }
        Files.write(in, lines);
        assertThat(resolve(in)).isZero();
        List<JsonNode> answers = answers();
        assertThat(answers).hasSize(10_001);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get("id").intValue()).isEqualTo(i);
        }
    }

    @Test
    void refusesALineThatIsTooLongAndGoesOn() throws IOException {
        Path in = folder.resolve("long.jsonl");
        Files.writeString(in, "{\"id\":1,\"text\":\"" + "长".repeat(600_000) + "\"}\n{\"id\":2,\"text\":\"通辽\"}");
        assertThat(resolve(in)).isEqualTo(1);
        assertThat(answers().get(0).has("error")).isTrue();
        assertThat(answers().get(1).at("/candidates/0/code").stringValue()).isEqualTo("150500");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run(List.of("resolve", "--in", "x"))).isEqualTo(2);
        assertThat(run(List.of("resolve", "--in", "/no/such/file", "--out", "y")))
                .isEqualTo(2);
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("missing", "no such file", "usage:");
    }

    private int resolve(Path in) {
        return run(List.of("resolve", "--in", in.toString(), "--out", target().toString()));
    }

    private int run(List<String> arguments) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new PlaceCommand().run(arguments, stream, stream);
    }

    private List<JsonNode> answers() throws IOException {
        return Files.readAllLines(target()).stream().map(MAPPER::readTree).toList();
    }

    private Path target() {
        return folder.resolve("out.jsonl");
    }
}
