package org.lianxin.place.bench;

import java.util.Set;

/**
 * One text and the divisions that it means.
 *
 * @param kind what was done to the name
 * @param right the codes that are right; for an ambiguous text all of them
 */
record BenchCase(Kind kind, String text, Set<String> right) {

    enum Kind {
        EXACT(0.98),
        MISSING_SUFFIX(0.98),
        HOMOPHONE(0.90),
        DIALECT(0.75),
        DROPPED(0.60),
        AMBIGUOUS(0.95),
        UNAMBIGUOUS(0.95);

        final double bar;

        Kind(double bar) {
            this.bar = bar;
        }
    }
}
