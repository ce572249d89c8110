package org.lianxin.analytics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** summary.json, in the order in which it is filled. */
final class Summary {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    Summary with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("summary.json"), JSON.writeValueAsString(values) + "\n");
    }
}
