package org.lianxin.analytics.imports;

import org.jspecify.annotations.Nullable;

/** Rows of call records: who called whom, when, for how long. What was said is no concern of ours. */
final class CallParser implements RowParser {
    private static final int NONE = -1;
    private static final int UNREADABLE = -2;
    private static final int NOT_TEXT = -3;
    private static final int TOO_LONG = -4;

    private final TransferPart part;
    private final Texts texts;
    private final Cover cover;
    private final int caller;
    private final int callee;
    private final int time;
    private final int duration;

    CallParser(Layout layout, TransferPart part, Cover cover) {
        this.part = part;
        this.texts = part.texts();
        this.cover = cover;
        caller = layout.column(Field.CALLER);
        callee = layout.column(Field.CALLEE);
        time = layout.column(Field.TIME);
        duration = layout.column(Field.DURATION);
    }

    @Override
    public @Nullable Reason take(RowReader row) {
        if (row.fields() <= Math.max(Math.max(caller, callee), Math.max(time, duration))) {
            return Reason.TOO_FEW_COLUMNS;
        }
        if (!read(row, time)) {
            return Reason.NOT_TEXT;
        }
        long millis = Moments.parse(texts.bytes(), texts.start(), texts.end());
        if (millis == Moments.UNREADABLE) {
            return Reason.TIME;
        }
        if (millis < cover.fromMillis() || millis >= cover.untilMillis()) {
            return Reason.OUTSIDE_COVER;
        }
        int seconds = duration < 0 ? 0 : seconds(row);
        if (seconds < 0) {
            return Reason.DURATION;
        }
        int from = number(row, caller);
        int to = from < 0 ? from : number(row, callee);
        if (to < 0) {
            return to == NOT_TEXT ? Reason.NOT_TEXT : to == TOO_LONG ? Reason.ACCOUNT_TOO_LONG : Reason.NUMBER_MISSING;
        }
        part.calls.add(millis, (long) from << 32 | to, seconds, (int) row.line());
        part.taken++;
        return null;
    }

    private boolean read(RowReader row, int column) {
        return texts.read(row.buffer(), row.start(column), row.end(column));
    }

    private int number(RowReader row, int column) {
        if (!read(row, column)) {
            return NOT_TEXT;
        }
        if (texts.isTooLong()) {
            return TOO_LONG;
        }
        return texts.isEmpty() || Words.isNothing(texts) ? NONE : part.identifier(IdentifierKind.PHONE);
    }

    /** Seconds, {@code m:ss} or {@code h:mm:ss}; nothing is nothing. */
    private int seconds(RowReader row) {
        if (!read(row, duration)) {
            return UNREADABLE;
        }
        long seconds = 0;
        long unit = 0;
        for (int i = texts.start(); i < texts.end(); i++) {
            byte letter = texts.bytes()[i];
            if (letter == ':') {
                seconds = (seconds + unit) * 60;
                unit = 0;
            } else if (letter >= '0' && letter <= '9') {
                unit = unit * 10 + letter - '0';
            } else {
                return UNREADABLE;
            }
            if (seconds + unit > Integer.MAX_VALUE / 100) {
                return UNREADABLE;
            }
        }
        return (int) (seconds + unit);
    }
}
