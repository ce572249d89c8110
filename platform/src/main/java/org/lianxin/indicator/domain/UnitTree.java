package org.lianxin.indicator.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianxin.indicator.domain.Suppression.Sum;
import org.lianxin.shared.UnitPath;

/**
 * Units below one another with what each counted by itself. A unit's number is its own and all below it. Cells: one for every unit in the
 * order given, then one for what every unit counted by itself.
 */
public final class UnitTree {

    private final List<UUID> ids;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final int[] above;
    private final List<Sum> sums = new ArrayList<>();

    /** A unit and where it stands. */
    public record Node(UUID id, UnitPath path) {}

    /** @param units parents before children; a unit whose parent is not among them stands for itself */
    public UnitTree(List<Node> units) {
        ids = units.stream().map(Node::id).toList();
        above = new int[units.size()];
        Map<String, Integer> byPath = new HashMap<>();
        List<List<Integer>> below = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            String path = units.get(i).path().value();
            places.put(ids.get(i), i);
            byPath.put(path, i);
            above[i] = byPath.getOrDefault(parent(path), -1);
            below.add(new ArrayList<>(List.of(units.size() + i)));
            if (above[i] >= 0) {
                below.get(above[i]).add(i);
            }
        }
        for (int i = 0; i < units.size(); i++) {
            sums.add(new Sum(i, below.get(i)));
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.', path.length() - 2) + 1);
    }

    /** Counts of all units by figure, and what of it is hidden. */
    public static final class Table {
        private final UnitTree tree;
        private final Counts[] cells;
        private final Map<Figure, BitSet> hidden = new HashMap<>();

        private Table(UnitTree tree, Counts[] cells) {
            this.tree = tree;
            this.cells = cells;
        }

        /** The unit and all below it. */
        public Counts of(UUID unit) {
            return cells[tree.place(unit)];
        }

        /** What the unit counted by itself, not below it. */
        public Counts own(UUID unit) {
            return cells[tree.ids.size() + tree.place(unit)];
        }

        public boolean isHidden(Figure figure, UUID unit) {
            return hidden(figure).get(tree.place(unit));
        }

        public boolean isOwnHidden(Figure figure, UUID unit) {
            return hidden(figure).get(tree.ids.size() + tree.place(unit));
        }

        private BitSet hidden(Figure figure) {
            return hidden.getOrDefault(figure.hiddenWith(), new BitSet());
        }

        /** IN-08, IN-09: hides in every figure what is too small here or in the other edition of the same month. */
        public Table suppressed(Table other) {
            for (Figure figure : Figure.counted()) {
                BitSet there =
                        other == this ? new BitSet() : Suppression.hide(other.numbers(figure), tree.sums, new BitSet());
                hidden.put(figure, Suppression.hide(numbers(figure), tree.sums, there));
            }
            // What was counted as saved first and what is left of it are two editions of one number.
            BitSet saved = new BitSet();
            saved.or(hidden(Figure.SAVED));
            saved.or(hidden(Figure.SAVED_FIRST));
            hidden.put(Figure.SAVED, Suppression.hide(numbers(Figure.SAVED), tree.sums, saved));
            hidden.put(Figure.SAVED_FIRST, hidden(Figure.SAVED));
            return this;
        }

        private long[] numbers(Figure figure) {
            long[] numbers = new long[cells.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = cells[i].of(figure);
            }
            return numbers;
        }
    }

    private int place(UUID unit) {
        Integer place = places.get(unit);
        if (place == null) {
            throw new IllegalArgumentException("no such unit: " + unit);
        }
        return place;
    }

    public Table table(Map<UUID, Counts> own) {
        Counts[] cells = new Counts[2 * ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            cells[ids.size() + i] = own.getOrDefault(ids.get(i), Counts.NONE);
            cells[i] = cells[ids.size() + i];
        }
        for (int i = ids.size() - 1; i >= 0; i--) {
            if (above[i] >= 0) {
                cells[above[i]] = cells[above[i]].plus(cells[i]);
            }
        }
        return new Table(this, cells);
    }

    /** IN-08 for one number per unit, which is no figure of its own, for example the false alarms of one source. */
    public One one(Map<UUID, Long> own) {
        long[] cells = new long[2 * ids.size()];
        for (int i = ids.size() - 1; i >= 0; i--) {
            cells[ids.size() + i] = own.getOrDefault(ids.get(i), 0L);
            cells[i] += cells[ids.size() + i];
            if (above[i] >= 0) {
                cells[above[i]] += cells[i];
            }
        }
        return new One(this, cells, Suppression.hide(cells, sums, new BitSet()));
    }

    /** One number per unit. */
    public static final class One {
        private final UnitTree tree;
        private final long[] cells;
        private final BitSet hidden;

        private One(UnitTree tree, long[] cells, BitSet hidden) {
            this.tree = tree;
            this.cells = cells;
            this.hidden = hidden;
        }

        public long of(UUID unit) {
            return cells[tree.place(unit)];
        }

        public boolean isHidden(UUID unit) {
            return hidden.get(tree.place(unit));
        }
    }
}
