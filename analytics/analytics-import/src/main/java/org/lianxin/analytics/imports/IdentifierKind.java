package org.lianxin.analytics.imports;

import java.util.Locale;

/** What accounts can share. The prefix keeps an address from meeting a telephone number. */
enum IdentifierKind {
    IP(Field.IP),
    MAC(Field.MAC),
    DEVICE(Field.DEVICE),
    PHONE(Field.PHONE),
    HOLDER(Field.HOLDER_ID);

    private final Field field;
    private final String prefix;

    IdentifierKind(Field field) {
        this.field = field;
        prefix = name().toLowerCase(Locale.ROOT) + ":";
    }

    Field field() {
        return field;
    }

    String prefix() {
        return prefix;
    }
}
