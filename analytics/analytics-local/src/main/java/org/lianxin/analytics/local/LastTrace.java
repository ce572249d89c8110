package org.lianxin.analytics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.lianxin.analytics.api.TraceSpec;
import tools.jackson.databind.json.JsonMapper;

/** The question that was asked last of a case, so that its picture can be opened without asking again. */
final class LastTrace {
    private static final String NAME = "last-trace.json";
    private static final JsonMapper JSON = new JsonMapper();

    private LastTrace() {}

    static void keep(Path caseFolder, TraceSpec spec) throws IOException {
        Path unfinished = caseFolder.resolve(NAME + ".unfinished");
        Files.writeString(unfinished, JSON.writeValueAsString(spec));
        Files.move(unfinished, caseFolder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<TraceSpec> find(Path caseFolder) throws IOException {
        Path file = caseFolder.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), TraceSpec.class))
                : Optional.empty();
    }
}
