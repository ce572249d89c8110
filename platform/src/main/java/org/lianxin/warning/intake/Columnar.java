package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows as one array per column, for {@code unnest}: a batch is one statement whatever its size. */
final class Columnar<T> {

    private final List<T> rows;
    private final Map<String, Object> arrays = new HashMap<>();

    Columnar(List<T> rows) {
        this.rows = rows;
    }

    Columnar<T> text(String name, Function<T, @Nullable Object> value) {
        @Nullable String[] array = new @Nullable String[rows.size()];
        for (int i = 0; i < array.length; i++) {
            Object each = value.apply(rows.get(i));
            array[i] = each == null ? null : each.toString();
        }
        arrays.put(name, array);
        return this;
    }

    Columnar<T> number(String name, ToLongFunction<T> value) {
        arrays.put(name, rows.stream().mapToLong(value).toArray());
        return this;
    }

    Columnar<T> integer(String name, ToIntFunction<T> value) {
        arrays.put(name, rows.stream().mapToInt(value).toArray());
        return this;
    }

    Columnar<T> optional(String name, Function<T, @Nullable Long> value) {
        @Nullable Long[] array = new @Nullable Long[rows.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.apply(rows.get(i));
        }
        arrays.put(name, array);
        return this;
    }

    Columnar<T> flag(String name, Predicate<T> value) {
        boolean[] array = new boolean[rows.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = value.test(rows.get(i));
        }
        arrays.put(name, array);
        return this;
    }

    Columnar<T> bytes(String name, Function<T, byte[]> value) {
        arrays.put(name, rows.stream().map(value).toArray(byte[][]::new));
        return this;
    }

    /** Microseconds since 1970. */
    Columnar<T> time(String name, Function<T, @Nullable Instant> value) {
        return optional(name, row -> {
            Instant at = value.apply(row);
            return at == null ? null : micros(at);
        });
    }

    static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    Map<String, Object> arrays() {
        return arrays;
    }
}
