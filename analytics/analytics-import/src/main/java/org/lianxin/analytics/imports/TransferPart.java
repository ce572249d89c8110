package org.lianxin.analytics.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The rows of one stretch of a file, numbered within the stretch, growing in memory until it is written. */
final class TransferPart {
    static final int OUTSIDE = -1;
    static final int CHANNEL_SHIFT = 8;
    static final int CURRENCY_MASK = 0xFF;
    static final int CHANNEL_MASK = 0xFFFF;
    /** Taken out or paid in as cash. */
    static final int CASH = 1 << 24;
    /** Paid to itself. */
    static final int SELF = 1 << 25;
    /** The remark says that the transfer was taken back. */
    static final int REVERSAL = 1 << 26;
    /** The balance is the payee's, not the payer's. */
    static final int BALANCE_OF_PAYEE = 1 << 27;
    /** From the statement of one account: of the payee if the balance is, of the payer otherwise. */
    static final int ONE_SIDED = 1 << 28;

    static final long NO_BALANCE = Long.MIN_VALUE;

    final Dictionary accounts = new Dictionary();
    final Dictionary identifiers = new Dictionary();
    final FirstSeen pairs = new FirstSeen();
    final FirstSeen opened = new FirstSeen();
    final CallRows calls = new CallRows();
    final Labels currencies;
    final Labels channels;
    private final Texts texts;
    private final Reversals reversals;
    private final String idPrefix;
    private final byte[] identifier = new byte[512];
    int rows;
    int taken;
    long[] time;
    long[] amount;
    long[] hash;
    long[] balance = new long[0];
    int[] from;
    int[] to;
    int[] marks;
    int[] line;
    int[] idEnd;
    byte[] ids;

    TransferPart(Charset charset, String idPrefix, int expectedRows) {
        texts = new Texts(charset);
        reversals = new Reversals(charset);
        currencies = new Labels(charset, CURRENCY_MASK, TransferPart::currencyOf);
        channels = new Labels(charset, CHANNEL_MASK, label -> label);
        this.idPrefix = idPrefix;
        int room = Math.max(16, expectedRows);
        time = new long[room];
        amount = new long[room];
        hash = new long[room];
        from = new int[room];
        to = new int[room];
        marks = new int[room];
        line = new int[room];
        idEnd = new int[room];
        ids = new byte[room * 16];
    }

    Texts texts() {
        return texts;
    }

    /** Number of the account if there are but digits in the field, which need no cleaning; negative otherwise. */
    int accountOfDigits(RowReader row, int column) {
        long key = TextKey.ofNumber(row.buffer(), row.start(column), row.end(column));
        return key == TextKey.NO_NUMBER ? -1 : accounts.idOf(key, row.buffer(), row.start(column), row.end(column));
    }

    /** Number of the account whose text was read last. */
    int account() {
        return accounts.idOf(texts.bytes(), texts.start(), texts.end());
    }

    /** The text read last is the id of the next row. */
    void id() {
        setId(texts.bytes(), texts.start(), texts.end());
    }

    /** The file has no id for the next row: where it stands has to do. */
    void idOfPlace(long offset) {
        byte[] id = (idPrefix + "@" + offset).getBytes(StandardCharsets.US_ASCII);
        setId(id, 0, id.length);
    }

    private void setId(byte[] id, int start, int end) {
        int at = rows == 0 ? 0 : idEnd[rows - 1];
        int next = Math.addExact(at, end - start);
        if (next > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(next, (int) Math.min(ids.length * 2L, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(id, start, ids, at, end - start);
        if (rows == time.length) {
            grow();
        }
        idEnd[rows] = next;
        hash[rows] = TextKey.hash(id, start, end);
    }

    void add(long millis, long cents, int payer, int payee, int mark, long lineNumber) {
        time[rows] = millis;
        amount[rows] = cents;
        from[rows] = payer;
        to[rows] = payee;
        marks[rows] = mark;
        line[rows] = (int) lineNumber;
        rows++;
        taken++;
    }

    /** The balance after the row that was added last; what cannot be read is none. */
    void balance(long cents) {
        if (balance.length < time.length) {
            int known = balance.length;
            balance = Arrays.copyOf(balance, time.length);
            Arrays.fill(balance, known, balance.length, NO_BALANCE);
        }
        balance[rows - 1] = Amounts.isMarker(cents) ? NO_BALANCE : cents;
    }

    private void grow() {
        int room = time.length * 2;
        time = Arrays.copyOf(time, room);
        amount = Arrays.copyOf(amount, room);
        hash = Arrays.copyOf(hash, room);
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        marks = Arrays.copyOf(marks, room);
        line = Arrays.copyOf(line, room);
        idEnd = Arrays.copyOf(idEnd, room);
    }

    /** The account has what the text read last says, as far as is known since some moment. */
    void link(int account, IdentifierKind kind, long millis) {
        if (!texts.isEmpty() && !texts.isTooLong() && !Words.isNothing(texts)) {
            pairs.add((long) account << 32 | identifier(kind), millis);
        }
    }

    /** Number of the identifier whose text was read last. */
    int identifier(IdentifierKind kind) {
        String prefix = kind.prefix();
        for (int i = 0; i < prefix.length(); i++) {
            identifier[i] = (byte) prefix.charAt(i);
        }
        int length = texts.end() - texts.start();
        for (int i = 0; i < length; i++) {
            byte letter = texts.bytes()[texts.start() + i];
            identifier[prefix.length() + i] = letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
        }
        return identifiers.idOf(identifier, 0, prefix.length() + length);
    }

    int currency(byte[] text, int start, int end) {
        return currencies.numberOf(text, start, end);
    }

    int channel(byte[] text, int start, int end) {
        int number = channels.numberOf(text, start, end);
        return number << CHANNEL_SHIFT | (isCash(number) ? CASH : 0);
    }

    private int cashKnown;
    private boolean[] cash = new boolean[16];

    private boolean isCash(int channel) {
        while (cashKnown < channels.labels().size()) {
            if (cashKnown == cash.length) {
                cash = Arrays.copyOf(cash, cash.length * 2);
            }
            String label = channels.labels().get(cashKnown).toUpperCase(Locale.ROOT);
            cash[cashKnown++] = label.contains("ATM") || label.contains("取现") || label.contains("取款");
        }
        return cash[channel];
    }

    int remark(byte[] text, int start, int end) {
        return reversals.isIn(text, start, end) ? REVERSAL : 0;
    }

    private static String currencyOf(String label) {
        return switch (label.toUpperCase(Locale.ROOT)) {
            case "", "RMB", "CNY", "156", "人民币", "人民币元", "01", "CNH" -> "CNY";
            default -> label.toUpperCase(Locale.ROOT);
        };
    }
}
