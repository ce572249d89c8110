package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows and fields of a stretch of delimited text, eight bytes at a time. A stretch begins at the start of a row; the
 * last row is read to its end even if that lies beyond the stretch. Separators and line feeds never occur inside a
 * character of UTF-8 or GB18030, so fields are cut before they are decoded.
 */
final class RowReader {
    /** A longer row is no statement. */
    static final int MAX_ROW_BYTES = 1 << 20;

    private static final int SHOWN_BYTES = 1000;
    private static final int MAX_FIELDS = 256;
    private static final int BLOCK = 1 << 20;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final ByteSource source;
    private final long separators;
    private final long endOffset;
    private final byte[] buffer = new byte[BLOCK + MAX_ROW_BYTES + 16];
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private long bufferOffset;
    private int position;
    private int limit;
    private int lastBreak = -1;
    private boolean exhausted;
    private int fields;
    private int rowStart;
    private int rowEnd;
    private long line;
    private long linesRead;
    private @Nullable Reason problem;
    private byte @Nullable [] snippet;

    RowReader(ByteSource source, byte separator, long startOffset, long endOffset) {
        this.source = source;
        this.separators = (separator & 0xFF) * ONES;
        this.bufferOffset = startOffset;
        this.endOffset = endOffset;
    }

    /** Moves to the next row; false after the last that begins inside the stretch. */
    boolean next() throws IOException {
        problem = null;
        snippet = null;
        if (position > lastBreak && !refill()) {
            return false;
        }
        rowStart = position;
        if (bufferOffset + rowStart >= endOffset) {
            return false;
        }
        line = ++linesRead;
        if (position > lastBreak) {
            skipHugeRow();
            return true;
        }
        split();
        return true;
    }

    int fields() {
        return fields;
    }

    byte[] buffer() {
        return buffer;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    int rowStart() {
        return rowStart;
    }

    int rowEnd() {
        return rowEnd;
    }

    /** Why the row is none, if so. */
    @Nullable
    Reason problem() {
        return problem;
    }

    /** Line on which the row begins, the first of the stretch being 1. */
    long line() {
        return line;
    }

    long linesRead() {
        return linesRead;
    }

    /** Where the row begins. */
    long offset() {
        return bufferOffset + rowStart;
    }

    /** Where the next row begins. */
    long nextOffset() {
        return bufferOffset + position;
    }

    private void split() throws IOException {
        if (trySplit()) {
            return;
        }
        // a quoted field that runs on beyond the buffer: once more with all the bytes a row may have
        linesRead = line;
        refill();
        rowStart = position;
        if (!trySplit()) {
            keepFirstLineOnly();
        }
    }

    /** False if a quoted field does not end inside the buffer. */
    private boolean trySplit() {
        int field = 0;
        int start = position;
        int base = position;
        if (buffer[start] == '"') {
            base = afterQuote(start);
            if (base < 0) {
                return false;
            }
        }
        long hits = hits(base);
        while (true) {
            while (hits == 0) {
                base += 8;
                hits = hits(base);
            }
            int at = base + (Long.numberOfTrailingZeros(hits) >>> 3);
            hits &= hits - 1;
            field = keep(field, start, at);
            if (buffer[at] == '\n') {
                endRow(field, at);
                return true;
            }
            start = at + 1;
            if (buffer[start] == '"') {
                base = afterQuote(start);
                if (base < 0) {
                    return false;
                }
                hits = hits(base);
            }
        }
    }

    private long hits(int at) {
        long word = (long) LONGS.get(buffer, at);
        return zeroes(word ^ separators) | zeroes(word ^ '\n' * ONES);
    }

    /** Position after the closing quote; negative if it does not come within the buffer or a row's length. */
    private int afterQuote(int open) {
        int stop = Math.min(lastBreak, rowStart + MAX_ROW_BYTES);
        for (int at = open + 1; at < stop; at++) {
            if (buffer[at] == '\n') {
                linesRead++;
            } else if (buffer[at] == '"') {
                if (buffer[at + 1] != '"') {
                    return at + 1;
                }
                at++;
            }
        }
        return -1;
    }

    private void keepFirstLineOnly() {
        linesRead = line;
        problem = Reason.QUOTE_NOT_CLOSED;
        int at = rowStart;
        while (buffer[at] != '\n') {
            at++;
        }
        fields = 0;
        rowEnd = at;
        position = at + 1;
    }

    /** No line feed in the whole buffer: keeps its beginning to show and skips the rest. */
    private void skipHugeRow() throws IOException {
        problem = Reason.ROW_TOO_LONG;
        fields = 0;
        byte[] shown = Arrays.copyOfRange(buffer, rowStart, rowStart + SHOWN_BYTES);
        do {
            position = limit;
        } while (refill() && lastBreak < 0);
        int at = position;
        while (at < limit && buffer[at] != '\n') {
            at++;
        }
        position = Math.min(at + 1, limit);
        snippet = shown;
    }

    /** The beginning of the row as it stands in the file. */
    byte[] rowText() {
        return snippet != null
                ? snippet
                : Arrays.copyOfRange(buffer, rowStart, Math.min(rowEnd, rowStart + SHOWN_BYTES));
    }

    /** Moves what is left to the front and fills up; false if there is nothing left. */
    private boolean refill() throws IOException {
        int kept = limit - position;
        System.arraycopy(buffer, position, buffer, 0, kept);
        bufferOffset += position;
        position = 0;
        limit = kept;
        while (!exhausted && limit < buffer.length - 16) {
            int read = source.read(bufferOffset + limit, buffer, limit, buffer.length - 16 - limit);
            if (read <= 0) {
                exhausted = true;
            } else {
                limit += read;
            }
        }
        if (exhausted && limit > 0 && buffer[limit - 1] != '\n') {
            buffer[limit++] = '\n';
        }
        lastBreak = limit - 1;
        while (lastBreak >= 0 && buffer[lastBreak] != '\n') {
            lastBreak--;
        }
        return limit > 0;
    }

    private int keep(int field, int start, int end) {
        if (field == MAX_FIELDS) {
            problem = Reason.TOO_MANY_COLUMNS;
            return field;
        }
        starts[field] = start;
        ends[field] = end;
        return field + 1;
    }

    private void endRow(int count, int lineFeed) {
        fields = count;
        position = lineFeed + 1;
        rowEnd = lineFeed;
        if (lineFeed > rowStart && buffer[lineFeed - 1] == '\r') {
            rowEnd--;
            if (ends[count - 1] == lineFeed && starts[count - 1] < lineFeed) {
                ends[count - 1]--;
            }
        }
    }

    private static long zeroes(long value) {
        return ~((value & LOW) + LOW | value | LOW);
    }
}
