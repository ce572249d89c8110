package org.lianxin.order.domain;

/** Who may act, as the transition table names it; {@link Acting} decides (OR-01, OR-02, OR-03). */
public enum Who {
    /** Anybody of the unit told; where a person is named, that person alone. */
    TOLD,
    /** Whoever signed; or the head or dispatcher of the unit told. */
    HOLDER,
    /** The unit that ordered; or the head or dispatcher of a unit above. */
    ISSUER,
    /** Whoever handed it on to those who are told now (OR-21). */
    GIVER,
    /** The service: the ladder, or the subject's module. */
    SERVICE
}
