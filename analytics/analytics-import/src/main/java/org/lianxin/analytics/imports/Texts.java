package org.lianxin.analytics.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a field as clean UTF-8: without quotes, blanks around it and the tricks that keep a spreadsheet from
 * turning an account into a number. The quick path hands out the bytes where they are.
 */
final class Texts {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST = 200;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;

    private final Charset charset;
    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private long rowsInOtherEncoding;

    Texts(Charset charset) {
        this.charset = charset;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return start == end;
    }

    boolean isTooLong() {
        return end - start > LONGEST;
    }

    /** Fields that were not in the encoding of their file but in the other one. */
    long rowsInOtherEncoding() {
        return rowsInOtherEncoding;
    }

    /** Looks at a field; false if it is no text. */
    boolean read(byte[] source, int from, int to) {
        bytes = source;
        start = from;
        end = to;
        return isPlain(source, from, to) || clean();
    }

    /** Whether there is nothing but visible ASCII without quotes and equals signs. */
    static boolean isPlain(byte[] source, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(source, i);
            // a byte below '!' or beyond ASCII, or one of the three, leaves its highest bit
            long odd = word | word - '!' * ONES | zeroes(word ^ '"' * ONES) | zeroes(word ^ '\'' * ONES);
            if (((odd | zeroes(word ^ '=' * ONES)) & HIGHEST) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            byte letter = source[i];
            if (letter <= ' ' || letter == '"' || letter == '\'' || letter == '=') {
                return false;
            }
        }
        return true;
    }

    private static long zeroes(long word) {
        return word - ONES & ~word;
    }

    private boolean clean() {
        String text = decode(charset);
        if (text == null) {
            text = decode(charset.equals(GB18030) ? StandardCharsets.UTF_8 : GB18030);
            if (text == null) {
                return false;
            }
            rowsInOtherEncoding++;
        }
        byte[] cleaned = bare(text).getBytes(StandardCharsets.UTF_8);
        bytes = cleaned;
        start = 0;
        end = cleaned.length;
        return true;
    }

    private static String bare(String text) {
        String bare = text.strip();
        if (bare.startsWith("=")) {
            bare = bare.substring(1);
        }
        if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1).replace("\"\"", "\"").strip();
        }
        if (bare.startsWith("=\"") && bare.endsWith("\"")) {
            bare = bare.substring(2, bare.length() - 1);
        }
        return bare.startsWith("'") ? bare.substring(1) : bare;
    }

    private @Nullable String decode(Charset with) {
        return decode(Arrays.copyOfRange(bytes, start, end), with);
    }

    /** Null if the bytes are not in this encoding. */
    static @Nullable String decode(byte[] text, Charset with) {
        try {
            return with.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** For people to read: in whichever encoding fits, with marks where none does. */
    static String show(byte[] text, Charset first) {
        String decoded = decode(text, first);
        if (decoded == null) {
            decoded = decode(text, GB18030);
        }
        return decoded != null ? decoded : new String(text, first);
    }
}
