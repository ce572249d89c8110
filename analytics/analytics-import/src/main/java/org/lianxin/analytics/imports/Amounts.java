package org.lianxin.analytics.imports;

/** Amounts as banks write them, to cents. What cannot be read is one of the markers, all far below any real amount. */
final class Amounts {
    static final long UNREADABLE = Long.MIN_VALUE;
    static final long FINER_THAN_CENT = Long.MIN_VALUE + 1;
    static final long TOO_LARGE = Long.MIN_VALUE + 2;

    /** Ninety trillion yuan: the sum of a thousand still fits into a long. */
    private static final long MOST = 9_000_000_000_000_000L;

    private Amounts() {}

    static boolean isMarker(long cents) {
        return cents < -MOST;
    }

    static Reason reason(long marker) {
        if (marker == FINER_THAN_CENT) {
            return Reason.AMOUNT_FINER_THAN_CENT;
        }
        return marker == TOO_LARGE ? Reason.AMOUNT_TOO_LARGE : Reason.AMOUNT;
    }

    /** @param scale cents per unit, a power of ten */
    static long parse(byte[] text, int from, int to, long scale) {
        int start = from;
        int end = to;
        boolean negative = false;
        while (start < end && isOrnament(text[start])) {
            negative |= text[start] == '-' || text[start] == '(';
            start++;
        }
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == ')')) {
            end--;
        }
        long value = 0;
        long unit = 1;
        boolean fraction = false;
        boolean any = false;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                if (fraction && unit == scale) {
                    if (digit != 0) {
                        return FINER_THAN_CENT;
                    }
                    continue;
                }
                value = value * 10 + digit;
                unit = fraction ? unit * 10 : unit;
                if (value > MOST) {
                    return TOO_LARGE;
                }
            } else if (text[i] == '.' && !fraction) {
                fraction = true;
            } else if (text[i] != ',' || fraction) {
                return UNREADABLE;
            }
        }
        return any ? finish(value, scale / unit, negative) : UNREADABLE;
    }

    private static long finish(long value, long factor, boolean negative) {
        if (value > MOST / factor) {
            return TOO_LARGE;
        }
        return negative ? -value * factor : value * factor;
    }

    private static boolean isOrnament(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '+' || letter == '-' || letter == '(' || letter == '\'';
    }
}
