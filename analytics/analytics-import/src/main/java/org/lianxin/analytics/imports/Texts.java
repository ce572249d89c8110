package org.lianxin.analytics.imports;

import java.nio.ByteBuffer;
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
        boolean plain = true;
        for (int i = from; i < to; i++) {
            byte letter = source[i];
            plain &= letter > ' ' && letter != '"' && letter != '\'' && letter != '=';
        }
        return plain || clean();
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
