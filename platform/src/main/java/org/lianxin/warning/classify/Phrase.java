package org.lianxin.warning.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * One pattern of the lexicon: parts in order with at most {@link #GAP} characters between them, each part the words it may be.
 * {@code (a|b)} are alternatives ({@code /} means the same), {@code ?} makes the character or bracket before it optional, {@code …} is a gap.
 */
record Phrase(String written, List<List<String>> parts) {

    static final int GAP = 8;
    private static final int MOST_WORDS = 4000;

    Phrase {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if the brackets of {@code written} do not match or it means nothing */
    static Phrase of(String written) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : split(written)) {
            List<String> words = new Reader(part).all();
            if (words.contains("") && parts.isEmpty()) {
                throw new IllegalArgumentException("the phrase " + written + " may begin with nothing");
            }
            if (!words.contains("")) {
                parts.add(words);
            }
        }
        return new Phrase(written, parts);
    }

    /** At the gaps outside all brackets. */
    private static List<String> split(String written) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '…' && depth == 0) {
                parts.add(written.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(written.substring(from));
        return parts;
    }

    /** Reads one part by descent. A gap inside brackets is not a gap but refused. */
    private static final class Reader {

        private final String part;
        private int at;

        Reader(String part) {
            this.part = part;
        }

        List<String> all() {
            List<String> words = choice();
            if (at < part.length()) {
                throw new IllegalArgumentException("stray ) in " + part);
            }
            return words.stream().distinct().toList();
        }

        private List<String> choice() {
            List<String> words = new ArrayList<>(sequence());
            while (at < part.length() && (part.charAt(at) == '|' || part.charAt(at) == '/')) {
                at++;
                words.addAll(sequence());
            }
            return words;
        }

        private List<String> sequence() {
            List<String> words = List.of("");
            while (at < part.length() && "|/)".indexOf(part.charAt(at)) < 0) {
                List<String> next = item();
                if (at < part.length() && part.charAt(at) == '?') {
                    at++;
                    next = new ArrayList<>(next);
                    next.add("");
                }
                words = product(words, next);
            }
            return words;
        }

        private List<String> item() {
            char c = part.charAt(at++);
            if (c == '…' || c == '?') {
                throw new IllegalArgumentException("unexpected " + c + " in " + part);
            }
            if (c != '(') {
                return List.of(String.valueOf(c));
            }
            List<String> words = choice();
            if (at >= part.length() || part.charAt(at++) != ')') {
                throw new IllegalArgumentException("missing ) in " + part);
            }
            return words;
        }

        private static List<String> product(List<String> left, List<String> right) {
            List<String> words = new ArrayList<>(left.size() * right.size());
            for (String head : left) {
                for (String tail : right) {
                    words.add(head + tail);
                }
            }
            if (words.size() > MOST_WORDS) {
                throw new IllegalArgumentException("a phrase with more than " + MOST_WORDS + " words");
            }
            return words;
        }
    }
}
