package org.lianxin.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void noFailureInNTriesStillLeavesThreeInN() {
        assertThat(new Figure("lost", 1_000_000, 0).upperBound()).isCloseTo(2.996e-6, within(1e-8));
    }

    @Test
    void failuresRaiseTheBound() {
        assertThat(new Figure("lost", 1000, 5).upperBound()).isCloseTo(10.513 / 1000, within(1e-5));
    }

    @Test
    void nothingTriedSaysNothing() {
        assertThat(new Figure("lost", 0, 0).upperBound()).isEqualTo(1);
    }
}
