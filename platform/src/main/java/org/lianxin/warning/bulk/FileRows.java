package org.lianxin.warning.bulk;

import java.util.ArrayList;
import java.util.List;
import org.lianxin.warning.domain.Columns;
import org.lianxin.warning.file.Rows;
import org.lianxin.warning.file.Rows.Row;
import org.lianxin.warning.file.UnreadableFile;
import org.lianxin.warning.file.UploadedFile;

/** The rows below the header of an uploaded file, in chunks that are the same every time. Used by one thread. */
final class FileRows implements AutoCloseable {

    private static final int HEADER_WITHIN = 20;
    private static final int MOST_ROWS = 1_100_000;

    private final Rows rows;
    private final Columns columns;
    private final List<Row> ahead = new ArrayList<>();
    private int given;

    FileRows(byte[] file) {
        rows = UploadedFile.open(file);
        columns = readHeader();
    }

    private Columns readHeader() {
        List<Row> first = new ArrayList<>();
        while (first.size() < HEADER_WITHIN) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            first.add(row);
        }
        int header = header(first);
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

    /** The row that names the most fields; the first one where none names any. */
    private static int header(List<Row> first) {
        int best = 0;
        long most = 0;
        for (int i = 0; i < first.size(); i++) {
            long named = Columns.fieldsNamed(first.get(i).texts());
            if (named > most) {
                most = named;
                best = i;
            }
        }
        return best;
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
