package org.lianxin.warning.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts with their types, from the files of a folder in the order of their names; the name is the source. */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Examples() {}

    static List<Example> inFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(each -> each.toString().matches(".*\\.jsonl(\\.gz)?"))
                    .sorted()
                    .toList();
        }
        List<Example> examples = new ArrayList<>();
        for (Path file : files) {
            examples.addAll(inFile(file));
        }
        return examples;
    }

    static List<Example> inFile(Path file) throws IOException {
        String name = file.getFileName().toString();
        String source = name.substring(0, name.indexOf('.'));
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> read(source, JSON.readTree(line)))
                    .toList();
        }
    }

    private static Example read(String source, JsonNode line) {
        String type = line.path("type").asString();
        if (!type.equals(ScamLabel.NONE) && ScamLabel.find(type).isEmpty()) {
            throw new IllegalArgumentException("unknown type " + type + " in " + source);
        }
        return new Example(
                source,
                line.path("kind").asString(type),
                line.path("form").asString("call"),
                ScamLabel.find(type),
                line.path("text").asString());
    }
}
