package org.lianxin.warning.bulk;

import org.lianxin.shared.Masks;
import org.lianxin.warning.domain.Columns.Column;
import org.lianxin.warning.domain.Field;

/** What a list of rejected rows shows of their cells: enough to find the row, not whom it is about. */
final class CellMasks {

    private CellMasks() {}

    static String mask(Column column, String text) {
        if (text.isBlank()) {
            return "";
        }
        Field field = column.field();
        if (column.stopped() || field == null) {
            return hidden(text);
        }
        return switch (field) {
            case SOURCE_ID, OCCURRED_AT, SCAM_TYPE, LEVEL, AMOUNT, AMOUNT_CENTS, MONEY_MOVING -> shortened(text);
            case NAME -> Masks.name(text.length() > 40 ? text.substring(0, 40) : text);
            case PHONE -> Masks.phone(shortened(text));
            case NATIONAL_ID -> Masks.nationalId(shortened(text));
            case ADDRESS, SOURCE, DESCRIPTION, VULNERABILITY -> hidden(text);
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String hidden(String text) {
        return "…(" + text.length() + ")";
    }
}
