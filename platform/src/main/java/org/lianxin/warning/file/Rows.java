package org.lianxin.warning.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file's first sheet, one after another. Used by one thread. */
public interface Rows extends AutoCloseable {

    /** The next row that has any text; null after the last one. */
    @Nullable
    Row next();

    /** The name of the sheet read; empty for a csv. */
    String sheet();

    @Override
    void close();

    /** @param number as the spreadsheet shows it, from 1 */
    record Row(int number, List<Cell> cells) {
        /** The cell of a column; an empty one beyond the last. */
        public Cell cell(int index) {
            return index < cells.size() ? cells.get(index) : Cell.EMPTY;
        }

        public List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** An error of a formula: #N/A, #REF! … */
        ERROR
    }

    record Cell(String text, Kind kind) {
        public static final Cell EMPTY = new Cell("", Kind.TEXT);

        @Override
        public String toString() {
            return kind + "(" + text.length() + ")";
        }
    }
}
