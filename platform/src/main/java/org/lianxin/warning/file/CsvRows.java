package org.lianxin.warning.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A csv after RFC 4180: UTF-8 with or without its mark, UTF-16 with its mark, or GB18030; comma, semicolon or tab. */
final class CsvRows implements Rows {

    private static final int LONGEST_CELL = 1_000_000;
    private static final int MOST_CELLS = 2_000;

    private final StringReader text;
    private final char separator;
    private int number;
    private int ahead;

    private CsvRows(String text) throws IOException {
        this.separator = separator(text);
        this.text = new StringReader(text);
        this.ahead = this.text.read();
    }

    static Rows open(byte[] file) {
        try {
            return new CsvRows(decode(file));
        } catch (IOException e) {
            throw new UnreadableFile("encoding");
        }
    }

    private static String decode(byte[] file) throws CharacterCodingException {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return strict(StandardCharsets.UTF_16LE, file, 2);
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return strict(StandardCharsets.UTF_16BE, file, 2);
        }
        boolean marked =
                file.length >= 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB && (file[2] & 0xFF) == 0xBF;
        try {
            return strict(StandardCharsets.UTF_8, file, marked ? 3 : 0);
        } catch (CharacterCodingException e) {
            if (marked) {
                throw e;
            }
            return strict(Charset.forName("GB18030"), file, 0);
        }
    }

    private static String strict(Charset charset, byte[] file, int from) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file, from, file.length - from))
                .toString();
    }

    /** The sign that parts the first lines most often outside quotes. */
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < Math.min(text.length(), 20_000); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                counts[0] += c == ',' ? 1 : 0;
                counts[1] += c == ';' ? 1 : 0;
                counts[2] += c == '\t' ? 1 : 0;
            }
        }
        return counts[2] > counts[0] && counts[2] > counts[1] ? '\t' : counts[1] > counts[0] ? ';' : ',';
    }

    @Override
    public @Nullable Row next() {
        try {
            while (ahead >= 0) {
                number++;
                List<Cell> cells = line();
                if (cells.stream().anyMatch(cell -> !cell.text().isBlank())) {
                    return new Row(number, cells);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UnreadableFile("broken");
        }
    }

    private List<Cell> line() throws IOException {
        List<Cell> cells = new ArrayList<>();
        while (true) {
            String cell = ahead == '"' ? quoted() : bare();
            if (cells.size() < MOST_CELLS) {
                cells.add(cell.isEmpty() ? Cell.EMPTY : new Cell(cell, Kind.TEXT));
            } else if (!cell.isBlank()) {
                throw new UnreadableFile("too-wide", Integer.toString(number), Integer.toString(MOST_CELLS));
            }
            if (ahead == separator) {
                ahead = text.read();
            } else {
                endLine();
                return cells;
            }
        }
    }

    private void endLine() throws IOException {
        if (ahead == '\r') {
            ahead = text.read();
        }
        if (ahead == '\n') {
            ahead = text.read();
        }
    }

    private String bare() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (ahead >= 0 && ahead != separator && ahead != '\n' && ahead != '\r') {
            append(cell);
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        ahead = text.read();
        while (ahead >= 0) {
            if (ahead == '"') {
                ahead = text.read();
                if (ahead != '"') {
                    return cell + bare();
                }
            }
            append(cell);
        }
        throw new UnreadableFile("open-quote", Integer.toString(number));
    }

    /** Of a cell far too long only the first million characters are held; the check refuses it by its length. */
    private void append(StringBuilder cell) throws IOException {
        if (cell.length() <= LONGEST_CELL) {
            cell.append((char) ahead);
        }
        ahead = text.read();
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public void close() {
        text.close();
    }
}
