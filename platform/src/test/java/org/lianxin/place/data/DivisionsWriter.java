package org.lianxin.place.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.place.gazetteer.Points;

/** Lays the divisions out in the columns that the gazetteer reads. */
final class DivisionsWriter {

    private static final int MAGIC = 0x4C585031;
    private static final int[] CODE_SPANS = {100, 100, 100, 1000, 1000};

    private final List<List<SourceDivision>> levels;
    private final List<List<NameSplitter.Split>> splits = new ArrayList<>();
    private final Columns out = new Columns();

    private DivisionsWriter(List<List<SourceDivision>> levels) {
        this.levels = levels;
        for (int depth = 0; depth < levels.size(); depth++) {
            List<NameSplitter.Split> level = new ArrayList<>();
            for (SourceDivision division : levels.get(depth)) {
                level.add(NameSplitter.split(depth, plain(division)));
            }
            splits.add(level);
        }
    }

    static byte[] write(List<List<SourceDivision>> levels) {
        DivisionsWriter writer = new DivisionsWriter(levels);
        writer.out.number(MAGIC);
        Map<Integer, Integer> characters = writer.writeCharacters();
        Map<String, Integer> tails = writer.writeTails();
        levels.forEach(level -> writer.out.number(level.size()));
        for (int depth = 0; depth < levels.size(); depth++) {
            writer.writeTree(depth);
            writer.writeNames(depth, characters, tails);
        }
        return writer.out.bytes();
    }

    private Map<Integer, Integer> writeCharacters() {
        Map<Integer, Integer> counts = new HashMap<>();
        splits.forEach(level -> level.forEach(
                split -> split.base().codePoints().forEach(point -> counts.merge(point, 1, Integer::sum))));
        List<Integer> ranked = ranked(counts);
        out.number(ranked.size());
        ranked.forEach(out::number);
        return positions(ranked);
    }

    private Map<String, Integer> writeTails() {
        Map<String, Integer> counts = new HashMap<>();
        counts.put("", Integer.MAX_VALUE / 2);
        splits.forEach(level -> level.forEach(split -> counts.merge(split.tail(), 1, Integer::sum)));
        List<String> ranked = ranked(counts);
        out.number(ranked.size());
        ranked.forEach(out::text);
        return positions(ranked);
    }

    private void writeTree(int depth) {
        List<SourceDivision> level = levels.get(depth);
        int span = CODE_SPANS[depth];
        int next = 0;
        if (depth > 0) {
            for (SourceDivision parent : levels.get(depth - 1)) {
                int first = next;
                while (next < level.size() && level.get(next).code() / span == parent.code()) {
                    next++;
                }
                out.number(next - first);
            }
            if (next != level.size()) {
                throw new IllegalStateException("no parent for " + level.get(next));
            }
        }
        long last = 0;
        for (SourceDivision division : level) {
            boolean sibling = division.code() / span == last / span;
            out.number(sibling ? division.code() - last : division.code() % span);
            last = division.code();
        }
    }

    private void writeNames(int depth, Map<Integer, Integer> characters, Map<String, Integer> tails) {
        List<NameSplitter.Split> level = splits.get(depth);
        level.forEach(split -> out.number(tails.getOrDefault(split.tail(), 0)));
        level.forEach(
                split -> out.number(split.base().codePointCount(0, split.base().length())));
        level.forEach(
                split -> split.base().codePoints().forEach(point -> out.number(characters.getOrDefault(point, 0))));
        List<SourceDivision> divisions = levels.get(depth);
        List<Integer> otherwise = new ArrayList<>();
        for (int i = 0; i < divisions.size(); i++) {
            if (!plain(divisions.get(i)).equals(divisions.get(i).name())) {
                otherwise.add(i);
            }
        }
        out.number(otherwise.size());
        otherwise.forEach(i -> {
            out.number(i);
            out.text(divisions.get(i).name());
        });
    }

    private static String plain(SourceDivision division) {
        int[] points = Points.plain(division.name());
        return Points.text(points, 0, points.length);
    }

    private static <T extends Comparable<T>> List<T> ranked(Map<T, Integer> counts) {
        List<T> ranked = new ArrayList<>(counts.keySet());
        ranked.sort(Comparator.comparingInt((T key) -> -counts.getOrDefault(key, 0))
                .thenComparing(Comparator.naturalOrder()));
        return ranked;
    }

    private static <T> Map<T, Integer> positions(List<T> ranked) {
        Map<T, Integer> positions = new HashMap<>();
        ranked.forEach(key -> positions.put(key, positions.size()));
        return positions;
    }
}
