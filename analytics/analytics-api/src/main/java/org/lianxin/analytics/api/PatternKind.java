package org.lianxin.analytics.api;

/** Shapes in the flow of money that are worth a look. They describe transfers, never a person. */
public enum PatternKind {
    /** Money that comes back to where it left, each transfer later than the one before. */
    CYCLE,
    /** Many accounts pay into one within the window. */
    FAN_IN,
    /** One account pays to many within the window. */
    FAN_OUT,
    /** Nearly all that arrives leaves again within the window. */
    PASS_THROUGH,
    /** Many accounts pay into one, and the money is taken out as cash within the window. */
    FAN_IN_CASH_OUT,
    /** Transfers of about the same amount that close a circle of accounts, whatever their order in time. */
    LOOP,
    /** An account that was silent for long exchanges money with many within the window. */
    DORMANT_THEN_ACTIVE,
    /** Accounts of one holder, opened within the window, then used from a device on which accounts of others are used. */
    CARDS_PASSED_ON
}
