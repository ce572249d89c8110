package org.lianxin.audit;

/** One rule of retention: what it covers ends with its term. Implemented by the module that owns the rows; run by this one. */
public interface Expiring {

    /** The rule's name in {@code audit.retention_term}. */
    String rule();

    /** Ends one batch, in transactions of its own, and says how many things ended; zero when nothing is past its term. */
    int expire();
}
