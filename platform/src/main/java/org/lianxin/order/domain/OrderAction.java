package org.lianxin.order.domain;

import java.util.Locale;

/** What can be done with an order. */
public enum OrderAction {
    SIGN,
    REPORT,
    ASK_EXTENSION,
    GRANT_EXTENSION,
    REFUSE_EXTENSION,
    RETURN,
    HAND_OVER,
    MEET,
    WITHDRAW,
    REMIND,
    /** Whoever handed the order on takes it back from where it waits. */
    TAKE_BACK,
    /** The ladder hands the order on by itself. */
    REASSIGN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As sent to clients: {@code hand-over}. */
    public String word() {
        return word;
    }
}
