package org.lianxin.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list is asked for ({@code ?order=}): by one of the names the list knows, upwards; with a minus before it,
 * downwards. Keyset paging goes along with it.
 */
public record Sorting(String by, boolean down) {

    private static final String DOWN = "-";

    /**
     * @param asked null or blank for the usual order
     * @param known the names the list can be ordered by
     */
    public static Sorting of(@Nullable String asked, Set<String> known, Sorting usual) {
        if (asked == null || asked.isBlank()) {
            return usual;
        }
        boolean down = asked.startsWith(DOWN);
        String by = down ? asked.substring(1) : asked;
        if (!known.contains(by)) {
            throw Refused.of(422, "shared.invalid", "order");
        }
        return new Sorting(by, down);
    }

    /** The comparison that holds for what comes after a row. */
    public String after() {
        return down ? "<" : ">";
    }

    /** {@code asc} or {@code desc}. */
    public String direction() {
        return down ? "desc" : "asc";
    }
}
