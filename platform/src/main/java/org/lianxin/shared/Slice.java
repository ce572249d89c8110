package org.lianxin.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One screen of a list by keyset paging: no total, no offset.
 *
 * @param next opaque text to ask for the following screen with ({@code ?after=}); null on the last one
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /** Makes a slice of at most {@code size} from a list read with {@code size + 1} rows. */
    public static <T> Slice<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Slice<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Slice<>(items, cursor.apply(items.getLast()));
    }
}
