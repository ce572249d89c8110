package org.lianxin.analytics.imports;

import java.nio.charset.Charset;
import java.util.List;

/** Finds remarks that say a transfer was taken back, in the bytes of the file. */
final class Reversals {
    private static final List<String> WORDS = List.of("冲正", "撤销", "抹账", "退汇", "冲销", "reversal", "REVERSAL", "Reversal");

    private final byte[][] words;
    private final boolean[] first = new boolean[256];

    Reversals(Charset charset) {
        words = WORDS.stream().map(word -> word.getBytes(charset)).toArray(byte[][]::new);
        for (byte[] word : words) {
            first[word[0] & 0xFF] = true;
        }
    }

    boolean isIn(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (first[text[i] & 0xFF] && beginsAWord(text, i, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAWord(byte[] text, int at, int end) {
        for (byte[] word : words) {
            if (at + word.length <= end && java.util.Arrays.equals(text, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
