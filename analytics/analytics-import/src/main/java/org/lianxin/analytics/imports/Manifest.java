package org.lianxin.analytics.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a case folder says about itself.
 *
 * @param format always {@value #FORMAT}
 * @param version raised when the folder can no longer be read by the program of before
 * @param authority null for a benchmark's data, which is nobody's
 * @param index folder of the columns; made anew beside the old one and then switched to
 * @param columns what each file of the index holds
 */
record Manifest(
        String format,
        int version,
        @Nullable Authority authority,
        String index,
        ImportReport report,
        List<String> parts,
        List<String> currencies,
        List<String> channels,
        Map<String, String> columns) {
    static final String FORMAT = "lianxin-case";
    static final int VERSION = 2;
    static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Null if there is no case yet. */
    static @Nullable Manifest find(Path caseFolder) throws IOException {
        Path file = caseFolder.resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        var manifest = JSON.readValue(Files.readString(file), Manifest.class);
        if (!FORMAT.equals(manifest.format) || manifest.version != VERSION) {
            throw new EvidenceProblem(
                    "case-version",
                    "%s is %s version %d; this program reads version %d. Import the evidence into a new case."
                            .formatted(caseFolder, manifest.format, manifest.version, VERSION));
        }
        return manifest;
    }

    /** From here on the case is what this manifest says. */
    void write(Path caseFolder) throws IOException {
        Path unfinished = caseFolder.resolve(NAME + ".unfinished");
        Files.writeString(unfinished, JSON.writeValueAsString(this) + "\n");
        Files.move(
                unfinished,
                caseFolder.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
