package org.lianxin.place.resolve;

/** How the tail in the text and the tail of a division go together, best first. */
enum Fit {
    LITERAL(0),
    SAME_KIND(0),
    SAME_MEANING(0.1),
    MISSING(0.05),
    UNSURE(0.15),
    BENT(0.6),
    OTHER_KIND(0.6);

    final double cost;

    Fit(double cost) {
        this.cost = cost;
    }
}
