package org.lianxin.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.indicator.domain.Suppression.Sum;

/** IN-08: nobody reads or calculates a number from 1 to 4. */
@Tag("fast")
class SuppressionTest {

    private static final List<Sum> CITY = List.of(new Sum(0, List.of(1, 2, 3)));

    private static BitSet hide(long... counts) {
        return Suppression.hide(counts, CITY, new BitSet());
    }

    private static BitSet cells(int... cells) {
        BitSet set = new BitSet();
        for (int cell : cells) {
            set.set(cell);
        }
        return set;
    }

    @Test
    void in08_noughtIsShownAndFiveIsShown() {
        assertThat(hide(12, 5, 7, 0)).isEqualTo(cells());
    }

    @Test
    void in08_aSmallCellTakesTheSmallestBesideItAlong() {
        assertThat(hide(60, 3, 40, 17)).isEqualTo(cells(1, 3));
    }

    @Test
    void in08_severalSmallCellsThatTogetherBetrayThemselvesTakeAnotherAlong() {
        assertThat(hide(42, 1, 1, 40)).isEqualTo(cells(1, 2, 3));
    }

    @Test
    void in08_whereNothingBesideIsLeftTheSumGoesAndAllBelowIt() {
        assertThat(hide(4, 4, 0, 0)).isEqualTo(cells(0, 1, 2, 3));
        assertThat(hide(5, 3, 2, 0)).isEqualTo(cells(0, 1, 2, 3));
    }

    @Test
    void in08_whatIsHiddenInAnotherEditionIsHiddenHere() {
        assertThat(Suppression.hide(new long[] {60, 20, 23, 17}, CITY, cells(1, 3)))
                .isEqualTo(cells(1, 3));
    }

    /** A province, cities, counties, stations with invented counts, many of them small; cells as {@link UnitTree} lays them out. */
    private record Made(long[] counts, List<Sum> sums) {

        static Made tree(Random random) {
            List<Long> counts = new ArrayList<>(List.of(0L));
            List<Sum> sums = new ArrayList<>();
            grow(0, 3, random, counts, sums);
            return new Made(counts.stream().mapToLong(Long::longValue).toArray(), sums);
        }

        private static void grow(int top, int depth, Random random, List<Long> counts, List<Sum> sums) {
            List<Integer> parts = new ArrayList<>();
            int width = 1 + random.nextInt(5);
            for (int i = 0; i < width; i++) {
                parts.add(counts.size());
                counts.add((long) Math.max(0, (int) (random.nextGaussian() * 6 + random.nextInt(8))));
            }
            sums.add(new Sum(top, parts));
            if (depth > 1) {
                parts.stream()
                        .filter(part -> random.nextInt(3) > 0)
                        .forEach(part -> grow(part, depth - 1, random, counts, sums));
            }
            counts.set(top, parts.stream().mapToLong(counts::get).sum());
        }
    }

    /** Small cells that a reader of everything shown knows to be small. */
    private static long betrayed(Made made, BitSet hidden) {
        long[] most = Reader.of(made.counts(), made.sums(), hidden).most();
        long betrayed = 0;
        for (int cell = 0; cell < most.length; cell++) {
            boolean small = Suppression.isSmall(made.counts()[cell]);
            betrayed += small && (!hidden.get(cell) || most[cell] < Suppression.FEWEST) ? 1 : 0;
        }
        return betrayed;
    }

    @Test
    void in08_whoKnowsEverySumFindsNoSmallCell() {
        Random random = new Random(8);
        int smallCells = 0;
        for (int i = 0; i < 2_000; i++) {
            Made made = Made.tree(random);
            BitSet hidden = Suppression.hide(made.counts(), made.sums(), new BitSet());
            smallCells += (int) java.util.Arrays.stream(made.counts())
                    .filter(Suppression::isSmall)
                    .count();
            assertThat(betrayed(made, hidden)).as("tree " + i).isZero();
        }
        assertThat(smallCells).isGreaterThan(5_000);
    }

    @Test
    void in08_aTableThatHidesSmallCellsAloneIsFound() {
        Random random = new Random(8);
        long found = 0;
        for (int i = 0; i < 200; i++) {
            Made made = Made.tree(random);
            BitSet small = new BitSet();
            for (int cell = 0; cell < made.counts().length; cell++) {
                small.set(cell, Suppression.isSmall(made.counts()[cell]));
            }
            found += betrayed(made, small);
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void in08_twoEditionsHeldAgainstEachOtherBetrayNothing() {
        Random random = new Random(80);
        for (int i = 0; i < 500; i++) {
            Made frozen = Made.tree(random);
            Made corrected = corrected(frozen, random);
            BitSet there = Suppression.hide(frozen.counts(), frozen.sums(), new BitSet());
            BitSet both = Suppression.hide(corrected.counts(), corrected.sums(), there);
            assertThat(betrayed(corrected, both)).as("corrected " + i).isZero();
            assertThat(betrayed(frozen, both)).as("frozen " + i).isZero();
            assertThat(both.stream().filter(there::get).count()).isEqualTo(there.cardinality());
        }
    }

    /** A few leaves have one more or one less. */
    private static Made corrected(Made frozen, Random random) {
        long[] counts = frozen.counts().clone();
        BitSet totals = new BitSet();
        frozen.sums().forEach(sum -> totals.set(sum.total()));
        for (int cell = 0; cell < counts.length; cell++) {
            if (!totals.get(cell) && random.nextInt(4) == 0) {
                counts[cell] = Math.max(0, counts[cell] + (random.nextBoolean() ? 1 : -1));
            }
        }
        for (int i = frozen.sums().size() - 1; i >= 0; i--) {
            Sum sum = frozen.sums().get(i);
            counts[sum.total()] =
                    sum.parts().stream().mapToLong(part -> counts[part]).sum();
        }
        return new Made(counts, frozen.sums());
    }
}
