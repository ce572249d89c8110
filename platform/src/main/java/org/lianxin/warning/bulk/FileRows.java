package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.List;
import org.lianxin.warning.domain.Columns;
import org.lianxin.warning.file.Rows;
import org.lianxin.warning.file.Rows.Row;
import org.lianxin.warning.file.UnreadableFile;

/** The rows below the header of an uploaded file, in chunks that are the same every time. Used by one thread. */
final class FileRows implements AutoCloseable {

    private static final int MOST_ROWS = 1_100_000;

    private final Rows rows;
    private final Columns columns;
    private final List<Row> ahead = new ArrayList<>();
    private int given;

    FileRows(byte[] file) {
        rows = SheetChoice.open(file);
        columns = readHeader();
    }

    private Columns readHeader() {
        List<Row> first = SheetChoice.begin(rows);
        int header = SheetChoice.header(first);
        ahead.addAll(first.subList(Math.min(first.size(), header + 1), first.size()));
        if (first.isEmpty()) {
            throw new UnreadableFile("empty");
        }
        return switch (Columns.read(first.get(header).texts())) {
            case Columns.Reading.Recognised recognised -> recognised.columns();
            case Columns.Reading.Duplicate duplicate ->
                throw new UnreadableFile(
                        "duplicate-header", duplicate.header(), duplicate.firstLetter(), duplicate.secondLetter());
            case Columns.Reading.Lacking lacking ->
                throw new UnreadableFile(
                        "missing-columns",
                        String.join(
                                "、",
                                lacking.fields().stream()
                                        .map(each -> each.title())
                                        .toList()));
        };
    }

    Columns columns() {
        return columns;
    }

    String sheet() {
        return rows.sheet();
    }

    /** The next rows, at most {@code size}; empty at the end. */
    List<Row> next(int size) {
        List<Row> chunk = new ArrayList<>(size);
        while (chunk.size() < size) {
            Row row = ahead.isEmpty() ? rows.next() : ahead.removeFirst();
            if (row == null) {
                break;
            }
            chunk.add(row);
        }
        given += chunk.size();
        if (given > MOST_ROWS) {
            throw new UnreadableFile("too-many-rows", Integer.toString(MOST_ROWS));
        }
        return chunk;
    }

    @Override
    public void close() {
        rows.close();
    }
}
