package org.lianxin.analytics.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One long for a text. An account of at most 19 digits that does not begin with a zero is its own key: such keys are in
 * order of their numbers, and two texts with the same one are the same. All other texts have larger keys, made of their
 * hash, which different texts may share. The same for the same bytes on every machine: keys decide the order in which
 * accounts are numbered.
 */
final class TextKey {
    /** Where the keys of numbers begin, which ascend from here as signed longs; no text has it. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int MOST_DIGITS = 19;
    private static final long ZEROES = 0x3030303030303030L;
    private static final long SIXES = 0x0606060606060606L;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;
    /** Above the key of any number of 19 digits. */
    private static final long FIRST_HASHED = NO_NUMBER + Long.parseUnsignedLong("10000000000000000000");

    private TextKey() {}

    static long of(byte[] text, int start, int end) {
        long number = ofNumber(text, start, end);
        return number == NO_NUMBER ? FIRST_HASHED + (hash(text, start, end) >>> 2) : number;
    }

    /** The key of an account of digits; {@link #NO_NUMBER} for any other text. */
    static long ofNumber(byte[] text, int start, int end) {
        int length = end - start;
        if (length == 0 || length > MOST_DIGITS || text[start] == '0') {
            return NO_NUMBER;
        }
        long value = 0;
        int at = start;
        for (; at + 8 <= end; at += 8) {
            long word = (long) LONGS.get(text, at);
            if (!areDigits(word)) {
                return NO_NUMBER;
            }
            value = value * 100_000_000 + eightDigits(word);
        }
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            value = value * 10 + digit;
        }
        return NO_NUMBER + value;
    }

    /** Whether only one text has this key. */
    static boolean isWhole(long key) {
        return key < FIRST_HASHED;
    }

    /** A place for the key in a table whose length is a power of two, from bits on which all of the key has an effect. */
    static int spread(long key) {
        long product = key * MIX;
        return (int) ((product ^ product >>> 29) >>> 24);
    }

    static long hash(byte[] text, int start, int end) {
        long hash = (end - start) * MIX;
        int position = start;
        for (; position + 8 <= end; position += 8) {
            hash = mix(hash ^ (long) LONGS.get(text, position));
        }
        long last = 0;
        for (int shift = 0; position < end; position++, shift += 8) {
            last |= (text[position] & 0xFFL) << shift;
        }
        hash = mix(hash ^ last);
        return hash ^ hash >>> 29;
    }

    private static boolean areDigits(long word) {
        return (word & HIGH_HALVES) == ZEROES && (word + SIXES & HIGH_HALVES) == ZEROES;
    }

    /** Joins neighbours: eight digits to four pairs, to two fours, to one number. */
    private static long eightDigits(long word) {
        long digits = word - ZEROES;
        long pairs = digits * 10 + (digits >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000FFFF0000FFFFL;
        return fours * 10_000 + (fours >>> 32) & 0xFFFFFFFFL;
    }

    private static long mix(long value) {
        long product = value * MIX;
        return (product ^ product >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
