package org.lianxin.analytics.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of bank statements and platform exports: two-sided transfers, or one account with its counterparty and a mark. */
final class TransferParser implements RowParser {
    private static final IdentifierKind[] OF_TRANSFERS = {IdentifierKind.IP, IdentifierKind.MAC, IdentifierKind.DEVICE};
    private static final List<Reason> REASONS = List.of(Reason.values());
    private static final int NONE = TransferPart.OUTSIDE;

    private final Layout layout;
    private final TransferPart part;
    private final Texts texts;
    private final long coversFrom;
    private final long coversUntil;
    private final boolean twoSided;
    private final int id;
    private final int time;
    private final int date;
    private final int from;
    private final int to;
    private final int amount;
    private final int mark;
    private final int currency;
    private final int channel;
    private final int balance;
    private final int remark;
    private final int[] identifiers;
    private final int needed;
    private final DebitCredit debitCredit = new DebitCredit();
    private long cents;
    private boolean out;

    TransferParser(Layout layout, TransferPart part, Cover cover) {
        this.layout = layout;
        this.part = part;
        this.texts = part.texts();
        this.coversFrom = cover.fromMillis();
        this.coversUntil = cover.untilMillis();
        twoSided = layout.isTwoSided();
        id = layout.column(Field.ID);
        time = layout.column(Field.TIME);
        date = layout.column(Field.DATE);
        from = layout.column(twoSided ? Field.FROM : Field.ACCOUNT);
        to = layout.column(twoSided ? Field.TO : Field.COUNTERPARTY);
        amount = layout.column(Field.AMOUNT);
        mark = layout.column(Field.MARK);
        currency = layout.column(Field.CURRENCY);
        channel = layout.column(Field.CHANNEL);
        balance = layout.column(Field.BALANCE);
        remark = layout.column(Field.REMARK);
        identifiers = new int[] {layout.column(Field.IP), layout.column(Field.MAC), layout.column(Field.DEVICE)};
        needed = Math.max(Math.max(time, date), Math.max(Math.max(from, to), Math.max(amount, id)));
    }

    @Override
    public @Nullable Reason take(RowReader row) {
        if (row.fields() <= needed) {
            return Reason.TOO_FEW_COLUMNS;
        }
        long millis = moment(row);
        if (millis == Moments.UNREADABLE) {
            return Reason.TIME;
        }
        Reason refused = readAmount(row);
        if (refused != null) {
            return refused;
        }
        if (millis < coversFrom || millis >= coversUntil) {
            return Reason.OUTSIDE_COVER;
        }
        return store(row, millis);
    }

    private @Nullable Reason store(RowReader row, long millis) {
        int own = account(row, from);
        if (own < NONE) {
            return reason(own);
        }
        int other = to < 0 ? NONE : account(row, to);
        if (other < NONE) {
            return reason(other);
        }
        if (own == NONE && (other == NONE || !twoSided)) {
            return Reason.ACCOUNT_MISSING;
        }
        int marks = marks(row);
        boolean pays = twoSided || out;
        int payer = pays ? own : other;
        int payee = pays ? other : own;
        if ((marks & TransferPart.CASH) != 0 && pays && payer != NONE) {
            payee = NONE;
        }
        Reason refused = readId(row);
        if (refused != null) {
            return refused;
        }
        if (payer == payee) {
            marks |= TransferPart.SELF;
        }
        int side = (twoSided ? 0 : TransferPart.ONE_SIDED) | (pays ? 0 : TransferPart.BALANCE_OF_PAYEE);
        part.add(millis, cents, payer, payee, marks | side, row.line());
        if (balance >= 0 && balance < row.fields() && !isBlank(row, balance)) {
            part.balance(Amounts.parse(
                    row.buffer(), unquotedStart(row, balance), unquotedEnd(row, balance), layout.balanceScale()));
        }
        link(row, own, millis);
        return null;
    }

    private void link(RowReader row, int own, long millis) {
        for (int kind = 0; kind < identifiers.length; kind++) {
            int column = identifiers[kind];
            if (column >= 0
                    && column < row.fields()
                    && own != NONE
                    && texts.read(row.buffer(), row.start(column), row.end(column))) {
                part.link(own, OF_TRANSFERS[kind], millis);
            }
        }
    }

    private long moment(RowReader row) {
        byte[] buffer = row.buffer();
        int column = time >= 0 ? time : date;
        int start = unquotedStart(row, column);
        int end = unquotedEnd(row, column);
        if (time >= 0 && date >= 0 && end - start <= 12) {
            // the date in one column, the time of day in another
            String day =
                    new String(buffer, row.start(date), row.end(date) - row.start(date), StandardCharsets.ISO_8859_1);
            String hour = new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
            byte[] both = (day.replace("\"", "").strip() + " " + hour.strip()).getBytes(StandardCharsets.ISO_8859_1);
            return Moments.parse(both, 0, both.length);
        }
        if (!isAscii(buffer, start, end)) {
            byte[] text = Texts.show(java.util.Arrays.copyOfRange(buffer, start, end), layout.charset())
                    .replaceAll("[年月]", "-")
                    .replaceAll("[时分]", ":")
                    .replaceAll("日", " ")
                    .replaceAll("秒", "")
                    .replaceAll(":$", "")
                    .getBytes(StandardCharsets.ISO_8859_1);
            return Moments.parse(text, 0, text.length);
        }
        return Moments.parse(buffer, start, end);
    }

    private static boolean isAscii(byte[] buffer, int start, int end) {
        int all = 0;
        for (int i = start; i < end; i++) {
            all |= buffer[i];
        }
        return all >= 0;
    }

    private @Nullable Reason readAmount(RowReader row) {
        if (amount < 0) {
            return readTwoAmounts(row);
        }
        cents = amount(row, amount);
        if (Amounts.isMarker(cents)) {
            return Amounts.reason(cents);
        }
        if (twoSided) {
            return cents < 0 ? Reason.AMOUNT_NEGATIVE : null;
        }
        if (mark < 0) {
            out = cents < 0;
            cents = Math.abs(cents);
            return null;
        }
        return readMark(row);
    }

    private @Nullable Reason readMark(RowReader row) {
        if (mark >= row.fields() || !texts.read(row.buffer(), row.start(mark), row.end(mark)) || texts.isEmpty()) {
            return Reason.MARK;
        }
        Boolean pays = debitCredit.isOut(texts);
        if (pays == null) {
            return Reason.MARK;
        }
        out = pays;
        if (cents < 0 && out) {
            // many banks write the debit itself as negative
            cents = -cents;
        }
        return cents < 0 ? Reason.AMOUNT_NEGATIVE : null;
    }

    /** One column for what went out, one for what came in; the other one is empty or zero. */
    private @Nullable Reason readTwoAmounts(RowReader row) {
        int outColumn = layout.column(Field.OUT_AMOUNT);
        int inColumn = layout.column(Field.IN_AMOUNT);
        if (row.fields() <= Math.max(outColumn, inColumn)) {
            return Reason.TOO_FEW_COLUMNS;
        }
        long paid = isBlank(row, outColumn) ? 0 : amount(row, outColumn);
        long received = isBlank(row, inColumn) ? 0 : amount(row, inColumn);
        if (Amounts.isMarker(paid) || Amounts.isMarker(received)) {
            return Amounts.reason(Math.min(paid, received));
        }
        boolean both = paid != 0 && received != 0;
        if (both || (isBlank(row, outColumn) && isBlank(row, inColumn))) {
            return Reason.AMOUNT;
        }
        out = paid != 0;
        cents = Math.abs(paid) + received;
        return cents < 0 ? Reason.AMOUNT_NEGATIVE : null;
    }

    private long amount(RowReader row, int column) {
        return Amounts.parse(row.buffer(), unquotedStart(row, column), unquotedEnd(row, column), layout.amountScale());
    }

    /** Number of the account in this part, {@link #NONE} if empty, below that if refused. */
    private int account(RowReader row, int column) {
        int digits = part.accountOfDigits(row, column);
        if (digits >= 0) {
            return digits;
        }
        if (!texts.read(row.buffer(), row.start(column), row.end(column))) {
            return refuse(Reason.NOT_TEXT);
        }
        if (texts.isEmpty()) {
            return NONE;
        }
        if (texts.isTooLong()) {
            return refuse(Reason.ACCOUNT_TOO_LONG);
        }
        return AccountText.isDamaged(texts) ? refuse(Reason.ACCOUNT_DAMAGED) : part.account();
    }

    private static int refuse(Reason reason) {
        return NONE - 1 - REASONS.indexOf(reason);
    }

    private static Reason reason(int refused) {
        return REASONS.get(NONE - 1 - refused);
    }

    private @Nullable Reason readId(RowReader row) {
        if (id < 0 || row.start(id) == row.end(id)) {
            part.idOfPlace(row.offset());
            return null;
        }
        if (!texts.read(row.buffer(), row.start(id), row.end(id))) {
            return Reason.NOT_TEXT;
        }
        if (texts.isTooLong()) {
            return Reason.ID_TOO_LONG;
        }
        if (texts.isEmpty()) {
            part.idOfPlace(row.offset());
        } else {
            part.id();
        }
        return null;
    }

    private int marks(RowReader row) {
        int marks = 0;
        if (currency >= 0 && currency < row.fields()) {
            marks |= part.currency(row.buffer(), row.start(currency), row.end(currency));
        }
        if (channel >= 0 && channel < row.fields()) {
            marks |= part.channel(row.buffer(), row.start(channel), row.end(channel));
        }
        if (remark >= 0 && remark < row.fields()) {
            marks |= part.remark(row.buffer(), row.start(remark), row.end(remark));
        }
        return marks;
    }

    private static boolean isBlank(RowReader row, int column) {
        return unquotedStart(row, column) >= unquotedEnd(row, column);
    }

    private static int unquotedStart(RowReader row, int column) {
        int start = row.start(column);
        while (start < row.end(column)
                && (row.buffer()[start] == '"' || row.buffer()[start] == ' ' || row.buffer()[start] == '\t')) {
            start++;
        }
        return start;
    }

    private static int unquotedEnd(RowReader row, int column) {
        int end = row.end(column);
        while (end > row.start(column)
                && (row.buffer()[end - 1] == '"' || row.buffer()[end - 1] == ' ' || row.buffer()[end - 1] == '\t')) {
            end--;
        }
        return end;
    }

    /** Trimmed, lower case: for comparing words. */
    static String lower(Texts texts) {
        return new String(texts.bytes(), texts.start(), texts.end() - texts.start(), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
    }
}
