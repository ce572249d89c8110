package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.lianxin.analytics.api.ImportReport;

/**
 * A file that has been read, by its parts in order.
 *
 * @param linesBefore lines above the first row
 * @param cut whether it ended in the middle
 */
record Loaded(ImportReport.Source source, List<String> parts, long linesBefore, boolean cut) {
    static Loaded of(Evidence evidence, List<Stretch> stretches, Path folder) throws IOException {
        long rows = evidence.cut() ? 1 : 0;
        var parts = new ArrayList<String>();
        for (var stretch : stretches) {
            Path part = stretch.part(folder);
            parts.add(part.getFileName().toString());
            try (var arena = Arena.ofConfined()) {
                rows += Part.open(part, arena).counters().rows();
            }
        }
        var source = new ImportReport.Source(
                evidence.name(),
                evidence.kind().name().toLowerCase(java.util.Locale.ROOT),
                evidence.bytes(),
                evidence.sha256(),
                rows);
        return new Loaded(source, parts, evidence.layout().linesBefore(), evidence.cut());
    }

    /** What the case holds already, save for files that are being read again. */
    static List<Loaded> of(Manifest manifest, List<Evidence> again) {
        var keys = again.stream().map(Evidence::key).collect(Collectors.toCollection(HashSet::new));
        var loaded = new ArrayList<Loaded>();
        for (var source : manifest.report().sources()) {
            String key = source.kind().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + "-"
                    + source.sha256().substring(0, 24);
            var parts = manifest.parts().stream()
                    .filter(part -> part.startsWith(key))
                    .toList();
            if (!keys.contains(key)) {
                long lines =
                        parts.isEmpty() ? 0 : Long.parseLong(parts.getFirst().replaceAll("^[^ ]+ | cut$", ""));
                boolean cut = !parts.isEmpty() && parts.getFirst().endsWith(" cut");
                loaded.add(new Loaded(
                        source,
                        parts.stream()
                                .map(part -> part.substring(0, part.indexOf(' ')))
                                .toList(),
                        lines,
                        cut));
            }
        }
        return loaded;
    }

    /** As the manifest keeps it. */
    List<String> entries() {
        return parts.stream()
                .map(part -> part + " " + linesBefore + (cut ? " cut" : ""))
                .toList();
    }
}
