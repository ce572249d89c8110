package org.lianxin.analytics.api;

import java.util.List;
import java.util.Map;

/**
 * What became of every row: rows = loaded + duplicates + quarantined, for each file and for the whole.
 *
 * @param notes what was noticed and is no reason to refuse a row, with how often (a balance that contradicts the amounts)
 */
public record ImportReport(
        long rows, long loaded, long duplicates, long quarantined, List<Source> sources, Map<String, Long> notes) {
    public ImportReport {
        sources = List.copyOf(sources);
        notes = Map.copyOf(notes);
        if (rows != loaded + duplicates + quarantined) {
            throw new IllegalStateException("Rows are lost: %d rows, %d loaded, %d duplicates, %d quarantined"
                    .formatted(rows, loaded, duplicates, quarantined));
        }
    }

    /**
     * A file of evidence.
     *
     * @param kind transfers, logins, accounts or calls
     * @param sha256 of its bytes as they were read
     */
    public record Source(String name, String kind, long bytes, String sha256, long rows) {}
}
