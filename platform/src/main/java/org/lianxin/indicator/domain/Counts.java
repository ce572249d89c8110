package org.lianxin.indicator.domain;

import java.util.EnumMap;
import java.util.Map;

/** One number for every {@link Figure}; nought for those that are not there. */
public record Counts(Map<Figure, Long> numbers) {

    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        EnumMap<Figure, Long> own = new EnumMap<>(Figure.class);
        numbers.forEach((figure, n) -> {
            if (n != 0) {
                own.put(figure, n);
            }
        });
        numbers = own;
    }

    public long of(Figure figure) {
        return numbers.getOrDefault(figure, 0L);
    }

    public Counts plus(Counts other) {
        if (numbers.isEmpty()) {
            return other;
        }
        Map<Figure, Long> sum = new EnumMap<>(numbers);
        other.numbers.forEach((figure, n) -> sum.merge(figure, n, Long::sum));
        return new Counts(sum);
    }
}
