package org.lianxin.order.domain;

import java.util.Locale;

/** Where an order stands. Overdue is no state: it is a fact that stays ({@link Order#overdueSince()}). */
public enum OrderState {
    ISSUED,
    SIGNED,
    EXTENSION_ASKED,
    MET,
    RETURNED,
    HANDED_OVER,
    WITHDRAWN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As stored and sent: {@code extension-asked}. */
    public String word() {
        return word;
    }

    public static OrderState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isOpen() {
        return this == ISSUED || this == SIGNED || this == EXTENSION_ASKED;
    }
}
