package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianxin.analytics.core.LongColumn;

/** Rows of the same id against a map, with hashes that different ids share. */
class SameHashTest {
    @ParameterizedTest
    @CsvSource({"10, 0", "1000, 0", "60000, 0", "60000, 1", "60000, 5"})
    void ofEveryIdTheEarliestRowStaysAndOfEqualsTheFirst(int rows, int shardBits) {
        var random = new Random(rows + shardBits);
        int[] ids = new int[rows];
        int[] moments = new int[rows];
        var parts = new ArrayList<LongColumn>();
        var starts = new ArrayList<Integer>();
        for (int from = 0; from < rows; ) {
            int to = Math.min(rows, from + 1 + random.nextInt(rows));
            long[] hashes = new long[to - from];
            for (int row = from; row < to; row++) {
                ids[row] = random.nextInt(rows);
                moments[row] = random.nextInt(5);
                // two ids in four share their hash
                hashes[row - from] = new Random(ids[row] % 4 == 1 ? ids[row] - 1 : ids[row]).nextLong();
            }
            starts.add(from);
            parts.add(LongColumn.of(hashes));
            from = to;
        }

        var dropped = new TreeSet<Integer>();
        var same = new SameHash(rows, shardBits);
        for (int shard = 0; shard < 1 << shardBits; shard++) {
            same.run(parts, shard, (found, first, other) -> {
                int stands = starts.get(found.part(first)) + found.row(first);
                int comes = starts.get(found.part(other)) + found.row(other);
                if (ids[stands] != ids[comes]) {
                    return false;
                }
                boolean earlier = moments[comes] < moments[stands];
                assertThat(dropped.add(earlier ? stands : comes)).isTrue();
                if (earlier) {
                    found.swap(first, other);
                }
                return true;
            });
        }
        assertThat(dropped).isEqualTo(droppedByMap(ids, moments));
    }

    private static TreeSet<Integer> droppedByMap(int[] ids, int[] moments) {
        var stands = new HashMap<Integer, Integer>();
        var dropped = new TreeSet<Integer>();
        for (int row = 0; row < ids.length; row++) {
            Integer first = stands.putIfAbsent(ids[row], row);
            if (first != null) {
                boolean earlier = moments[row] < moments[first];
                dropped.add(earlier ? first : row);
                stands.put(ids[row], earlier ? row : first);
            }
        }
        return dropped;
    }

    /** What a part may be without: rows at all. */
    @ParameterizedTest
    @CsvSource({"0", "3"})
    void aPartMayBeEmpty(int shardBits) {
        var same = new SameHash(0, shardBits);
        same.run(List.of(LongColumn.of(), LongColumn.of()), 0, (rows, first, other) -> {
            throw new AssertionError("nobody is there to meet");
        });
        assertThat(same).isNotNull();
    }
}
