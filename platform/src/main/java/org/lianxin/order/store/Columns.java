package org.lianxin.order.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into one text array per column, for {@code unnest}: one statement whatever the number of rows. */
final class Columns<T> {

    private final List<T> rows;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> add(String name, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = text(value.apply(rows.get(i)));
        }
        parameters.put(name, column);
        return this;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable String text(@Nullable Instant value) {
        return value == null ? null : value.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
