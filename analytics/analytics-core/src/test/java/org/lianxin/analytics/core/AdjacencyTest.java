package org.lianxin.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjacencyTest {
    /** The last has more rows than are placed at once, and more accounts than blocks. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "1, 1", "1000, 1", "1000, 511", "1000, 512", "50000, 70000", "4200000, 700000"})
    void listsEveryAccountsTransfersInOrder(int rows, int accounts) {
        var random = new Random(rows + accounts);
        int[] keys = random.ints(rows, -1, Math.max(1, accounts)).toArray();
        var built = Adjacency.of(IntColumn.of(keys), accounts);
        int[] next = new int[accounts];
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            if (keys[row] >= 0) {
                kept++;
                long position = built.start(keys[row]) + next[keys[row]]++;
                if (built.transfer(position) != row) {
                    assertThat(built.transfer(position))
                            .as("position %d", position)
                            .isEqualTo(row);
                }
            }
        }
        for (int account = 0; account < accounts; account++) {
            if (built.end(account) - built.start(account) != next[account]) {
                assertThat(built.end(account) - built.start(account)).isEqualTo(next[account]);
            }
        }
        assertThat(built.transfers().size()).isEqualTo(kept);
    }
}
