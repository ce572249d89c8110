package org.lianxin.indicator.domain;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * IN-08: which cells are not shown, so that nobody reads or calculates that a cell holds one to four. Small cells are hidden; then, as
 * long as sums of what is shown betray that a hidden cell is small, the smallest cell that stands in the way is hidden too.
 */
public final class Suppression {

    /** The smallest number that is shown, besides nought. */
    public static final int FEWEST = 5;

    private final long[] counts;
    private final List<Sum> sums;
    private final BitSet hidden = new BitSet();

    private Suppression(long[] counts, List<Sum> sums) {
        this.counts = counts.clone();
        this.sums = sums;
    }

    /** A cell that is the sum of others; cells go by their place in the list of counts, and each is part of one sum at most. */
    public record Sum(int total, List<Integer> parts) {

        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** @param also cells that are hidden for another reason, or in another edition of the same table */
    public static BitSet hide(long[] counts, List<Sum> sums, BitSet also) {
        Suppression table = new Suppression(counts, sums);
        table.hidden.or(also);
        for (int cell = 0; cell < counts.length; cell++) {
            if (isSmall(counts[cell])) {
                table.hidden.set(cell);
            }
        }
        table.settle();
        return (BitSet) table.hidden.clone();
    }

    public static boolean isSmall(long count) {
        return count > 0 && count < FEWEST;
    }

    private void settle() {
        boolean more = true;
        while (more) {
            hideBelowHidden();
            BitSet inTheWay = new BitSet();
            betrayed().stream().forEach(cell -> standsInTheWay(cell).ifPresent(inTheWay::set));
            more = !inTheWay.isEmpty();
            hidden.or(inTheWay);
        }
    }

    /** Parts of a hidden sum would add up to it. Sums come before the sums of their parts. */
    private void hideBelowHidden() {
        for (Sum sum : sums) {
            if (hidden.get(sum.total())) {
                sum.parts().forEach(hidden::set);
            }
        }
    }

    /** Small cells of which a reader can work out that they are small. */
    private BitSet betrayed() {
        long[] most = Reader.of(counts, sums, hidden).most();
        BitSet betrayed = new BitSet();
        hidden.stream()
                .filter(cell -> isSmall(counts[cell]) && most[cell] < FEWEST)
                .forEach(betrayed::set);
        return betrayed;
    }

    /** The smallest cell shown beside it, or else the sum they make, or else what stands in the way of that. */
    private Optional<Integer> standsInTheWay(int betrayed) {
        for (Sum sum : sums) {
            if (sum.parts().contains(betrayed)) {
                Optional<Integer> beside = sum.parts().stream()
                        .filter(part -> counts[part] > 0 && !hidden.get(part))
                        .min(Comparator.comparingLong(part -> counts[part]));
                if (beside.isPresent()) {
                    return beside;
                }
                return hidden.get(sum.total()) ? standsInTheWay(sum.total()) : Optional.of(sum.total());
            }
        }
        return Optional.empty();
    }
}
