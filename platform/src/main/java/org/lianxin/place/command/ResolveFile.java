package org.lianxin.place.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.place.Candidate;
import org.lianxin.place.Places;
import org.lianxin.place.Resolution;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resolves a file of texts line by line, in order, in bounded memory; every line that is not blank gets one line. */
final class ResolveFile {

    private static final int BATCH = 2000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Places places;
    private final PrintStream err;
    private int lineNumber;
    private int resolved;
    private int bad;

    record Report(int resolved, int bad) {}

    private record Line(int number, byte[] bytes) {}

    private record Answer(
            int number, ObjectNode json, @Nullable String error) {}

    ResolveFile(Places places, PrintStream err) {
        this.places = places;
        this.err = err;
    }

    Report run(Path in, Path out) throws IOException {
        try (InputStream source = Files.newInputStream(in);
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            Lines lines = new Lines(source);
            List<Line> batch = nextBatch(lines);
            while (!batch.isEmpty()) {
                for (Answer answer : batch.parallelStream().map(this::answer).toList()) {
                    write(answer, target);
                }
                batch = nextBatch(lines);
            }
        }
        return new Report(resolved, bad);
    }

    private List<Line> nextBatch(Lines lines) throws IOException {
        List<Line> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH && bytes < 4L * Lines.LONGEST) {
            byte[] line = lines.next();
            if (line == null) {
                break;
            }
            lineNumber++;
            if (!isBlank(line)) {
                batch.add(new Line(lineNumber, line));
                bytes += line.length;
            }
        }
        return batch;
    }

    private void write(Answer answer, OutputStream target) throws IOException {
        if (answer.error() == null) {
            resolved++;
        } else {
            bad++;
            err.println("line " + answer.number() + ": " + answer.error());
        }
        target.write(MAPPER.writeValueAsString(answer.json()).getBytes(StandardCharsets.UTF_8));
        target.write('\n');
    }

    private Answer answer(Line line) {
        JsonNode id = NODES.nullNode();
        if (line.bytes().length > Lines.LONGEST) {
            return refuse(line, id, "longer than " + Lines.LONGEST + " bytes");
        }
        try {
            JsonNode row = MAPPER.readTree(text(line));
            if (!row.isObject()) {
                return refuse(line, id, "not a JSON object");
            }
            id = row.path("id").isMissingNode() ? id : row.path("id");
            JsonNode text = row.path("text");
            if (!text.isString()) {
                return refuse(line, id, "\"text\" is missing or not a string");
            }
            return new Answer(line.number(), answer(id, places.resolve(text.stringValue())), null);
        } catch (CharacterCodingException e) {
            return refuse(line, id, "not UTF-8");
        } catch (JacksonException e) {
            return refuse(line, id, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(Line line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.bytes()))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Answer refuse(Line line, JsonNode id, String error) {
        ObjectNode json = NODES.objectNode();
        json.set("id", id);
        json.putArray("candidates");
        json.put("total", 0);
        json.put("ambiguous", false);
        json.put("error", error);
        return new Answer(line.number(), json, error);
    }

    private static ObjectNode answer(JsonNode id, Resolution resolution) {
        ObjectNode json = NODES.objectNode();
        json.set("id", id);
        ArrayNode candidates = json.putArray("candidates");
        for (Candidate candidate : resolution.candidates()) {
            candidates
                    .addObject()
                    .put("code", candidate.code())
                    .put("name", candidate.name())
                    .put("score", candidate.score())
                    .put("why", candidate.why());
        }
        json.put("total", resolution.total());
        json.put("ambiguous", resolution.ambiguous());
        return json;
    }

    private static boolean isBlank(byte[] line) {
        for (byte next : line) {
            if (next != ' ' && next != '\t' && next != '\r') {
                return false;
            }
        }
        return true;
    }
}
