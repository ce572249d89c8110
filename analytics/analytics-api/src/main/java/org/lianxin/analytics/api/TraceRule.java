package org.lianxin.analytics.api;

/** How the money of a victim is followed through an account that also holds other money. */
public enum TraceRule {
    /** What came first leaves first (Clayton's rule); what was there before counts as untainted and leaves first. */
    FIFO,
    /** Every payment carries the share of taint that the account holds at that moment. */
    HAIRCUT,
    /** What arrives is shared by the payments that leave within the window, by the amount each can still carry. */
    WINDOWED
}
