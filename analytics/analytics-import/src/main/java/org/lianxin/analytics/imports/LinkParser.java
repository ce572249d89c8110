package org.lianxin.analytics.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of log-ins and of account holders: what an account has or is used from. */
final class LinkParser implements RowParser {
    private static final List<IdentifierKind> KINDS = List.of(IdentifierKind.values());

    private final TransferPart part;
    private final Texts texts;
    private final Cover cover;
    private final int account;
    private final int time;
    private final int opened;
    private final int[] columns;
    private final int needed;

    LinkParser(Layout layout, FileKind kind, TransferPart part, Cover cover) {
        this.part = part;
        this.texts = part.texts();
        this.cover = cover;
        account = layout.column(Field.ACCOUNT);
        time = kind == FileKind.LOGINS ? layout.column(Field.TIME) : -1;
        opened = kind == FileKind.ACCOUNTS ? layout.column(Field.OPENED) : -1;
        columns = new int[KINDS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = layout.column(KINDS.get(i).field());
        }
        needed = Math.max(account, time);
    }

    @Override
    public @Nullable Reason take(RowReader row) {
        if (row.fields() <= needed) {
            return Reason.TOO_FEW_COLUMNS;
        }
        long millis = FirstSeen.UNKNOWN;
        if (time >= 0) {
            if (!texts.read(row.buffer(), row.start(time), row.end(time))) {
                return Reason.NOT_TEXT;
            }
            millis = Moments.parse(texts.bytes(), texts.start(), texts.end());
            if (millis == Moments.UNREADABLE) {
                return Reason.TIME;
            }
            if (millis < cover.fromMillis() || millis >= cover.untilMillis()) {
                return Reason.OUTSIDE_COVER;
            }
        }
        long opening = opening(row);
        if (opening == Moments.UNREADABLE) {
            return Reason.TIME;
        }
        if (!texts.read(row.buffer(), row.start(account), row.end(account))) {
            return Reason.NOT_TEXT;
        }
        if (texts.isEmpty()) {
            return Reason.ACCOUNT_MISSING;
        }
        if (texts.isTooLong()) {
            return Reason.ACCOUNT_TOO_LONG;
        }
        if (AccountText.isDamaged(texts)) {
            return Reason.ACCOUNT_DAMAGED;
        }
        int number = part.account();
        if (opening != FirstSeen.UNKNOWN) {
            part.opened.add(number, opening);
        }
        return link(row, number, millis);
    }

    /** Nothing known is {@link FirstSeen#UNKNOWN}. */
    private long opening(RowReader row) {
        if (opened < 0 || opened >= row.fields()) {
            return FirstSeen.UNKNOWN;
        }
        if (!texts.read(row.buffer(), row.start(opened), row.end(opened))) {
            return Moments.UNREADABLE;
        }
        return texts.isEmpty() || Words.isNothing(texts)
                ? FirstSeen.UNKNOWN
                : Moments.parse(texts.bytes(), texts.start(), texts.end());
    }

    private @Nullable Reason link(RowReader row, int number, long millis) {
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            if (column >= 0 && column < row.fields()) {
                if (!texts.read(row.buffer(), row.start(column), row.end(column))) {
                    return Reason.NOT_TEXT;
                }
                part.link(number, KINDS.get(i), millis);
            }
        }
        part.taken++;
        return null;
    }
}
