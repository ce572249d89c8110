package org.lianxin.warning.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
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
import org.lianxin.warning.classify.ScamClassifier;
import org.lianxin.warning.classify.Suggestion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Classifies a file of texts line by line, in order, in bounded memory; every line that is not blank gets one line. */
final class ClassifyFile {

    private static final int BATCH = 2000;
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ScamClassifier classifier;
    private final PrintStream err;
    private int lineNumber;
    private int classified;
    private int bad;

    record Report(int classified, int bad) {}

    private record Line(int number, byte[] bytes) {}

    private record Answer(int number, byte[] json, @Nullable String error) {}

    ClassifyFile(ScamClassifier classifier, PrintStream err) {
        this.classifier = classifier;
        this.err = err;
    }

    Report run(Path in, Path out) throws IOException {
        try (InputStream source = new BufferedInputStream(Files.newInputStream(in), 1 << 16);
                OutputStream target = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            List<Line> batch = nextBatch(source);
            while (!batch.isEmpty()) {
                for (Answer answer : batch.parallelStream().map(this::answer).toList()) {
                    write(answer, target);
                }
                batch = nextBatch(source);
            }
        }
        return new Report(classified, bad);
    }

    private List<Line> nextBatch(InputStream source) throws IOException {
        List<Line> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < BATCH && bytes < 4L * LONGEST) {
            byte[] line = nextLine(source);
            if (line == null) {
                break;
            }
            lineNumber++;
            if (!new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
                batch.add(new Line(lineNumber, line));
                bytes += line.length;
            }
        }
        return batch;
    }

    /** The next line, cut one byte beyond the limit so that memory stays bounded; null at the end. */
    private static byte @Nullable [] nextLine(InputStream source) throws IOException {
        int next = source.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (next >= 0 && next != '\n') {
            if (line.size() <= LONGEST) {
                line.write(next);
            }
            next = source.read();
        }
        return line.toByteArray();
    }

    private void write(Answer answer, OutputStream target) throws IOException {
        if (answer.error() == null) {
            classified++;
        } else {
            bad++;
            err.println("line " + answer.number() + ": " + answer.error());
        }
        target.write(answer.json());
        target.write('\n');
    }

    private Answer answer(Line line) {
        JsonNode id = NODES.nullNode();
        if (line.bytes().length > LONGEST) {
            return refuse(line, id, "longer than " + LONGEST + " bytes");
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
            return answer(line, id, classifier.classify(text.stringValue()));
        } catch (CharacterCodingException e) {
            return refuse(line, id, "not UTF-8");
        } catch (JacksonException e) {
            return refuse(line, id, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static Answer answer(Line line, JsonNode id, Suggestion suggestion) {
        ObjectNode json = NODES.objectNode();
        json.set("id", id);
        json.put("type", suggestion.word());
        json.put("confidence", Math.round(suggestion.confidence() * 100) / 100.0);
        ArrayNode because = json.putArray("because");
        suggestion.because().forEach(because::add);
        return new Answer(line.number(), MAPPER.writeValueAsBytes(json), null);
    }

    private static Answer refuse(Line line, JsonNode id, String error) {
        ObjectNode json = NODES.objectNode();
        json.set("id", id);
        json.put("line", line.number());
        json.put("error", error);
        return new Answer(line.number(), MAPPER.writeValueAsBytes(json), error);
    }

    private static String text(Line line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.bytes()))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
