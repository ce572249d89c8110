package org.lianxin.warning.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all phrases in one pass over the text (Aho and Corasick's automaton over the parts, then the gaps). */
final class PhraseFinder {

    /** Phrase number {@code phrase} from {@code from} up to {@code to}, in plain characters. */
    record Hit(int phrase, int from, int to) {}

    /** One part of one phrase: where the automaton ends when it has read it. */
    private record Part(int phrase, int index, int length) {}

    private static final int ROOT = 0;
    private static final long FREE = -1;

    private final List<Phrase> phrases;
    private final List<List<Part>> endings = new ArrayList<>();
    private final Part[][] found;
    private long[] keys = new long[1 << 12];
    private int[] targets = new int[1 << 12];
    private int edges;
    private int[] fail = new int[0];

    PhraseFinder(List<Phrase> phrases) {
        this.phrases = phrases;
        Arrays.fill(keys, FREE);
        endings.add(new ArrayList<>());
        for (int p = 0; p < phrases.size(); p++) {
            List<List<String>> parts = phrases.get(p).parts();
            for (int i = 0; i < parts.size(); i++) {
                for (String word : parts.get(i)) {
                    add(word, new Part(p, i, word.length()));
                }
            }
        }
        link();
        found = endings.stream().map(each -> each.toArray(new Part[0])).toArray(Part[][]::new);
    }

    List<Hit> find(PlainText text) {
        List<Hit> hits = new ArrayList<>();
        Progress progress = new Progress(phrases.size(), text);
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.at(i);
            if (PlainText.isEnd(c)) {
                state = ROOT;
                continue;
            }
            state = step(state, c);
            for (Part part : found[state]) {
                Hit hit = progress.advance(
                        part, i + 1, phrases.get(part.phrase()).parts().size());
                if (hit != null) {
                    hits.add(hit);
                }
            }
        }
        return hits;
    }

    /** How far each phrase with gaps has come. */
    private static final class Progress {

        private static final int MOST_PARTS = 4;
        private final int[] start;
        private final int[] end;
        private final PlainText text;

        Progress(int phrases, PlainText text) {
            this.text = text;
            start = new int[phrases * MOST_PARTS];
            end = new int[phrases * MOST_PARTS];
        }

        @Nullable
        Hit advance(Part part, int to, int parts) {
            int from = to - part.length();
            int begin = from;
            if (text.clause(from) != text.clause(to - 1)) {
                return null;
            }
            if (part.index() > 0) {
                int before = part.phrase() * MOST_PARTS + part.index() - 1;
                boolean near = end[before] > 0
                        && end[before] <= from
                        && from - end[before] <= Phrase.GAP
                        && text.clause(end[before] - 1) == text.clause(from);
                if (!near) {
                    return null;
                }
                begin = start[before];
            }
            if (part.index() == parts - 1) {
                return new Hit(part.phrase(), begin, to);
            }
            int here = part.phrase() * MOST_PARTS + part.index();
            start[here] = begin;
            end[here] = to;
            return null;
        }
    }

    private int step(int from, char c) {
        int state = from;
        while (true) {
            int next = edge(state, c);
            if (next >= 0) {
                return next;
            }
            if (state == ROOT) {
                return ROOT;
            }
            state = fail[state];
        }
    }

    private void add(String word, Part part) {
        int state = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int next = edge(state, word.charAt(i));
            if (next < 0) {
                next = endings.size();
                endings.add(new ArrayList<>());
                put(state, word.charAt(i), next);
            }
            state = next;
        }
        endings.get(state).add(part);
    }

    private void link() {
        fail = new int[endings.size()];
        List<List<Integer>> children = children();
        ArrayDeque<Integer> queue = new ArrayDeque<>(children.get(ROOT));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            endings.get(state).addAll(endings.get(fail[state]));
            for (int child : children.get(state)) {
                fail[child] = step(fail[state], letters[child]);
                queue.add(child);
            }
        }
    }

    private char[] letters = new char[0];

    private List<List<Integer>> children() {
        List<List<Integer>> children = new ArrayList<>();
        endings.forEach(each -> children.add(new ArrayList<>()));
        letters = new char[endings.size()];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                children.get((int) (keys[slot] >> 16)).add(targets[slot]);
                letters[targets[slot]] = (char) keys[slot];
            }
        }
        return children;
    }

    private int edge(int state, char c) {
        long key = ((long) state << 16) | c;
        int slot = slot(key, keys.length);
        while (keys[slot] != FREE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return -1;
    }

    private void put(int state, char c, int target) {
        if (++edges * 3 > keys.length) {
            grow();
        }
        place(((long) state << 16) | c, target);
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                place(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private void place(long key, int target) {
        int slot = slot(key, keys.length);
        while (keys[slot] != FREE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static int slot(long key, int size) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return ((int) (mixed >>> 40)) & (size - 1);
    }
}
