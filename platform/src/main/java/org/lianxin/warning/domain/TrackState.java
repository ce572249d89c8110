package org.lianxin.warning.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a track has come: read off its order by a table, never kept beside it. */
public enum TrackState {
    NONE,
    SENT,
    RUNNING,
    REACHED,
    /** Tried this way, without success. */
    FAILED,
    /** Somebody else found the person, or the order went another way. */
    ENDED;

    /** Outcomes of an order that say that the person was not reached this way. */
    private static final Set<String> WITHOUT = Set.of("refused", "not-found", "not-reached", "handed-over");

    private static final List<Row> TABLE = List.of(
            new Row("issued", SENT),
            new Row("signed", RUNNING),
            new Row("extension-asked", RUNNING),
            new Row("met", REACHED),
            new Row("returned", FAILED),
            new Row("handed-over", ENDED),
            new Row("withdrawn", ENDED));

    /** @param order state of the order */
    public record Row(String order, TrackState state) {}

    /** For the test that walks all states of an order. */
    public static List<Row> all() {
        return TABLE;
    }

    /** @param outcome code of the order's outcome; null while it is open */
    public static TrackState of(String order, @Nullable String outcome) {
        TrackState state = TABLE.stream()
                .filter(row -> row.order().equals(order))
                .map(Row::state)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of an order: " + order));
        return state == REACHED && outcome != null && WITHOUT.contains(outcome) ? FAILED : state;
    }

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
