package org.lianxin.warning.classify;

import java.util.Arrays;

/**
 * A text made comparable: simplified characters, lower case, half width, no spaces, separators or emoji; each run of digits is
 * one #, each link one {@link #LINK}, each end of a sentence one {@link #STOP}, each end of a line one
 * {@link #LINE}. Every character knows where it came from.
 */
final class PlainText {

    static final char STOP = '。';
    static final char LINE = '\n';
    static final char LINK = 'ⓤ';
    private static final char NUMBER = '#';
    private static final String SIMPLE = Simplified.TABLE;

    private final String source;
    private final char[] plain;
    private final int[] origin;
    private final int[] clause;
    private int length;
    private int clauses;

    private PlainText(String source) {
        this.source = source;
        plain = new char[source.length()];
        origin = new int[source.length() + 1];
        clause = new int[source.length()];
    }

    static PlainText of(String source) {
        PlainText text = new PlainText(source);
        text.read();
        return text;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return plain[index];
    }

    /** The number of the clause that the character at {@code index} is in: commas and ends of sentences part clauses. */
    int clause(int index) {
        return clause[index];
    }

    /** The last index that is reached from {@code from} by {@code step} within its line, past at most {@code more} sentences' ends. */
    int sentences(int from, int step, int more) {
        int at = from;
        int left = more;
        while (at + step >= 0 && at + step < length && plain[at + step] != LINE) {
            if (plain[at + step] == STOP && left-- == 0) {
                break;
            }
            at += step;
        }
        return at;
    }

    /** The words of the source behind {@code from} to {@code to}, exactly as they stand there. */
    String words(int from, int to) {
        return source.substring(origin[from], end(to - 1));
    }

    /** Index in the source just behind the plain character at {@code index}. */
    private int end(int index) {
        int at = origin[index] + 1;
        int limit = index + 1 < length ? origin[index + 1] : source.length();
        char kind = plain[index];
        while (at < limit
                && ((kind == NUMBER && isDigit(half(source.charAt(at))))
                        || (kind == LINK && isUrl(source.charAt(at))))) {
            at++;
        }
        return at;
    }

    private void read() {
        int at = 0;
        while (at < source.length()) {
            int link = linkEnd(at);
            char c = half(source.charAt(at));
            if (link > at) {
                put(LINK, at);
                at = link;
            } else if (isDigit(c)) {
                at = number(at);
            } else {
                single(c, at);
                at++;
            }
        }
        origin[length] = source.length();
    }

    private void single(char c, int at) {
        if (isStop(c)) {
            if (length > 0 && plain[length - 1] == STOP && c == LINE) {
                plain[length - 1] = LINE;
            } else if (length > 0 && !isEnd(plain[length - 1])) {
                put(c == LINE ? LINE : STOP, at);
            }
        } else if (c == ',' || c == '、' || c == ':') {
            clauses++;
        } else if (c == '+' || c == '➕') {
            put('加', at);
        } else if (Character.isLetter(c)) {
            put(Character.toLowerCase(simple(c)), at);
        }
    }

    private void put(char c, int at) {
        if (isEnd(c)) {
            clauses++;
        }
        plain[length] = c;
        clause[length] = clauses;
        origin[length++] = at;
    }

    /** Emergency and service numbers keep their digits, since they say who is meant. */
    private int number(int from) {
        int at = from;
        while (at < source.length() && isNumeral(half(source.charAt(at)))) {
            at++;
        }
        if (isService("96110", from, at) || isService("110", from, at)) {
            for (int i = from; i < at; i++) {
                put(source.charAt(i), i);
            }
        } else {
            put(NUMBER, from);
        }
        return at;
    }

    private boolean isService(String service, int from, int to) {
        return to == from + service.length() && source.startsWith(service, from);
    }

    private int linkEnd(int from) {
        if (!isAsciiLetter(source.charAt(from)) || (from > 0 && isUrl(source.charAt(from - 1)))) {
            return from;
        }
        int at = from;
        int dot = -1;
        while (at < source.length() && isUrl(source.charAt(at))) {
            if (source.charAt(at) == '.' && at + 2 < source.length() && isAsciiLetter(source.charAt(at + 1))) {
                dot = at;
            }
            at++;
        }
        boolean scheme = source.startsWith("http", from);
        return (dot > from || scheme) && at - from >= 5 ? at : from;
    }

    private static boolean isUrl(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || ".:/?=&%_-#".indexOf(c) >= 0);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumeral(char c) {
        return isDigit(c) || c == '.' || c == ',' || c == '*' || c == '-';
    }

    /** Whether a sentence or a line ends with the plain character {@code c}. */
    static boolean isEnd(char c) {
        return c == STOP || c == LINE;
    }

    private static boolean isStop(char c) {
        return c == '。' || c == '!' || c == '?' || c == ';' || c == '\n';
    }

    private static char half(char c) {
        return c > '\uFF00' && c < '\uFF5F' ? (char) (c - 0xFEE0) : c;
    }

    private static char simple(char c) {
        int at = c < '\u4E00' ? -1 : Simplified.find(c);
        return at < 0 ? c : SIMPLE.charAt(at);
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOf(plain, length));
    }
}
