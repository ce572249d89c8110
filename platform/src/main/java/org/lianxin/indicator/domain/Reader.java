package org.lianxin.indicator.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What somebody can work out of a table with hidden cells: the least and the most each may hold, from all its sums together. A hidden cell
 * of a sum that is shown holds something, as nought would have been shown; below a sum that is hidden everything is, nought too.
 */
final class Reader {

    private static final long ANY = Long.MAX_VALUE / 4;

    private final List<Suppression.Sum> sums;
    private final long[] least;
    private final long[] most;

    private Reader(List<Suppression.Sum> sums, long[] least, long[] most) {
        this.sums = sums;
        this.least = least;
        this.most = most;
    }

    static Reader of(long[] counts, List<Suppression.Sum> sums, BitSet hidden) {
        long[] least = counts.clone();
        long[] most = counts.clone();
        hidden.stream().forEach(cell -> {
            least[cell] = Math.min(1, counts[cell]);
            most[cell] = ANY;
        });
        for (Suppression.Sum sum : sums) {
            if (hidden.get(sum.total())) {
                sum.parts().stream().filter(hidden::get).forEach(part -> least[part] = 0);
            }
        }
        Reader reader = new Reader(sums, least, most);
        boolean more = true;
        while (more) {
            more = reader.narrow();
        }
        return reader;
    }

    long[] most() {
        return most.clone();
    }

    long[] least() {
        return least.clone();
    }

    private boolean narrow() {
        boolean narrower = false;
        for (Suppression.Sum sum : sums) {
            long atLeast = sum.parts().stream().mapToLong(part -> least[part]).sum();
            long atMost = Math.min(
                    ANY, sum.parts().stream().mapToLong(part -> most[part]).reduce(0, Reader::add));
            narrower |= between(sum.total(), atLeast, atMost);
            for (int part : sum.parts()) {
                long others = most[part] >= ANY ? othersAtMost(sum, part) : atMost >= ANY ? ANY : atMost - most[part];
                narrower |= between(
                        part,
                        others >= ANY ? 0 : least[sum.total()] - others,
                        less(most[sum.total()], atLeast - least[part]));
            }
        }
        return narrower;
    }

    private long othersAtMost(Suppression.Sum sum, int without) {
        return sum.parts().stream()
                .filter(part -> part != without)
                .mapToLong(part -> most[part])
                .reduce(0, Reader::add);
    }

    private static long add(long a, long b) {
        return Math.min(ANY, a + b);
    }

    private static long less(long a, long b) {
        return a >= ANY ? ANY : a - b;
    }

    private boolean between(int cell, long low, long high) {
        boolean narrower = low > least[cell] || high < most[cell];
        least[cell] = Math.max(least[cell], low);
        most[cell] = Math.min(most[cell], high);
        return narrower;
    }

    @Override
    public String toString() {
        return Arrays.toString(least) + " to " + Arrays.toString(most);
    }
}
