package org.lianxin.runtime;

/** What an instance is for. Given to a data folder when it is created, never changed. */
public enum Stamp {
    /** Invented people, loopback only, marked on every page. */
    DEMO,
    /** Measurements and tests; the only kind whose clock can be moved and whose planted bugs are honoured. */
    BENCH,
    /** Real work. */
    PRODUCTION
}
