package org.lianxin.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the sort of the library, for keys that fit beside a row number and keys that do not. */
class RadixSortTest {
    @ParameterizedTest
    @MethodSource("kinds")
    void ordersLikeTheStableSortOfTheLibrary(String kind, int count) {
        var random = new Random(count);
        long[] keys = random.longs(count).map(value -> key(kind, value)).toArray();
        long[] before = keys.clone();
        var expected = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingLong(row -> before[row]))
                .mapToInt(row -> row)
                .toArray();
        assertThat(RadixSort.order(keys, count)).isEqualTo(expected);
        assertThat(keys).isEqualTo(before);
    }

    private static Stream<Arguments> kinds() {
        return Stream.of("any", "few", "seconds", "almost seconds", "milliseconds", "negative seconds", "same")
                .flatMap(kind -> IntStream.of(0, 1, 2, 3, 100, 5_000).mapToObj(count -> Arguments.of(kind, count)));
    }

    private static long key(String kind, long random) {
        return switch (kind) {
            case "few" -> random & 3;
            case "seconds" -> 1_772_323_200_000L + (random & 0xFFFFFF) * 1000;
            case "almost seconds" -> 1_772_323_200_000L + (random & 0xFFF) * 1000 + ((random & 0xFF000) == 0 ? 1 : 0);
            case "milliseconds" -> 1_772_323_200_000L + (random & 0xFFFFFFFFL);
            case "negative seconds" -> -5_000_000L + (random & 0xFFF) * 1000;
            case "same" -> 7;
            default -> random;
        };
    }
}
