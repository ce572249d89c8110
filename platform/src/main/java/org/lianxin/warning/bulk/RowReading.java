package org.lianxin.warning.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.Columns;
import org.lianxin.warning.domain.Columns.Column;
import org.lianxin.warning.domain.Draft;
import org.lianxin.warning.domain.Field;
import org.lianxin.warning.domain.Problem;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.domain.SignalCheck;
import org.lianxin.warning.file.Rows.Cell;
import org.lianxin.warning.file.Rows.Kind;
import org.lianxin.warning.file.Rows.Row;

/** Reads a row of a file as a signal, or says which of its cells keep it out. Pure; safe for many threads. */
final class RowReading {

    private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{2}");
    private static final int EXACT_DIGITS = 15;

    private final Columns columns;
    private final Instant now;
    private final FileRowIds ids;

    RowReading(Columns columns, Instant now, FileRowIds ids) {
        this.columns = columns;
        this.now = now;
        this.ids = ids;
    }

    /** @param signal null when the row is rejected */
    record Read(int row, @Nullable Signal signal, List<Reject> rejects, int stopped) {}

    Read read(Row row) {
        Draft draft = new Draft();
        List<Problem> problems = new ArrayList<>();
        for (Column column : columns.all()) {
            take(draft, column, row.cell(column.index()), problems);
        }
        Signal signal = null;
        switch (SignalCheck.check(draft, now, ids.idOf(row))) {
            case SignalCheck.Verdict.Taken taken -> signal = taken.signal();
            case SignalCheck.Verdict.Rejected rejected -> addNew(problems, rejected.problems());
        }
        if (problems.isEmpty()) {
            return new Read(row.number(), signal, List.of(), draft.stopped());
        }
        List<String> masked = masked(row);
        List<Reject> rejects = problems.stream()
                .map(problem -> reject(row.number(), problem, masked))
                .toList();
        return new Read(row.number(), null, rejects, draft.stopped());
    }

    private static void take(Draft draft, Column column, Cell cell, List<Problem> problems) {
        Field field = column.field();
        if (column.stopped()) {
            if (!cell.text().isBlank()) {
                draft.countStopped();
            }
            return;
        }
        String name = field == null ? column.header() : field.json();
        if (cell.kind() == Kind.ERROR) {
            problems.add(new Problem(name, "formula-error", List.of(cell.text())));
        } else if (isDamaged(field, cell)) {
            problems.add(new Problem(name, "number-damaged", List.of()));
        } else if (field == null) {
            draft.keep(column.header(), cell.text());
        } else {
            draft.put(field, cell.text());
            if (field == Field.AMOUNT && column.tenThousands()) {
                draft.amountsInTenThousands();
            }
        }
    }

    /** A spreadsheet keeps 15 digits of a number; what was longer has lost some, whatever it shows. */
    private static boolean isDamaged(@Nullable Field field, Cell cell) {
        if (field != null && field.isNumberLike()) {
            return false;
        }
        String text = cell.text().strip();
        if (cell.kind() == Kind.NUMBER) {
            return text.chars()
                            .takeWhile(c -> c != '.')
                            .filter(Character::isDigit)
                            .count()
                    > EXACT_DIGITS;
        }
        boolean nameLike = field == Field.SOURCE_ID || field == Field.NATIONAL_ID || field == Field.PHONE;
        return nameLike && ROUNDED.matcher(text).matches();
    }

    private static void addNew(List<Problem> problems, List<Problem> more) {
        more.stream()
                .filter(each ->
                        problems.stream().noneMatch(known -> known.field().equals(each.field())))
                .forEach(problems::add);
    }

    /** The same kind of reject for a row whose id the source had used for something else. */
    Reject conflict(Row row) {
        return reject(row.number(), Problem.of(Field.SOURCE_ID, "conflict"), masked(row));
    }

    private Reject reject(int row, Problem problem, List<String> masked) {
        Column column = columns.all().stream()
                .filter(each -> problem.field().equals(each.header())
                        || (each.field() != null && each.field().json().equals(problem.field())))
                .findFirst()
                .orElse(null);
        String letter = column == null ? "" : column.letter();
        String header = column == null ? problem.field() : column.header();
        return new Reject(row, letter, header, problem.code(), problem.arguments(), masked);
    }

    private List<String> masked(Row row) {
        return columns.all().stream()
                .map(column -> CellMasks.mask(column, row.cell(column.index()).text()))
                .toList();
    }
}
