package org.lianxin.analytics.imports;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where what stands in a file.
 *
 * @param rowsFrom offset of the first row after the header
 * @param linesBefore how many lines stand before that
 * @param columns how many columns the header has
 * @param amountScale cents per unit of the amount columns: 100, or 1,000,000 where the header says 万元
 */
record Layout(
        Charset charset,
        byte separator,
        long rowsFrom,
        long linesBefore,
        int columns,
        Map<Field, Integer> at,
        long amountScale,
        long balanceScale) {

    /** Column of the field; negative if there is none. */
    int column(Field field) {
        return at.getOrDefault(field, -1);
    }

    boolean has(Field field) {
        return at.containsKey(field);
    }

    /** Whether each row names payer and receiver rather than an account and its counterparty. */
    boolean isTwoSided() {
        return has(Field.FROM) && (has(Field.TO) || !has(Field.ACCOUNT));
    }

    /** The layout, if the line is a header for files of this kind. */
    static @Nullable Layout ofHeader(String line, char separator, Charset charset, FileKind kind) {
        var at = new EnumMap<Field, Integer>(Field.class);
        String[] headers = line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1);
        long amountScale = 100;
        long balanceScale = 100;
        for (int column = 0; column < headers.length; column++) {
            Field field = Field.of(headers[column]);
            if (field == null || at.putIfAbsent(field, column) != null) {
                continue;
            }
            long scale = scale(headers[column]);
            switch (field) {
                case AMOUNT, IN_AMOUNT, OUT_AMOUNT -> amountScale = scale;
                case BALANCE -> balanceScale = scale;
                default -> {}
            }
        }
        return kind.isSatisfiedBy(at.keySet())
                ? new Layout(charset, (byte) separator, 0, 0, headers.length, at, amountScale, balanceScale)
                : null;
    }

    Layout startingAt(long offset, long lines) {
        return new Layout(charset, separator, offset, lines, columns, at, amountScale, balanceScale);
    }

    private static long scale(String header) {
        if (header.contains("万")) {
            return 1_000_000;
        }
        return Arrays.asList("(分)", "（分）").stream().anyMatch(header::contains) ? 1 : 100;
    }
}
