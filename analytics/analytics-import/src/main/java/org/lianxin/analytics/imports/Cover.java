package org.lianxin.analytics.imports;

import org.lianxin.analytics.api.Authority;

/** The authority's interval, ready for comparing. */
record Cover(long fromMillis, long untilMillis) {
    static Cover of(Authority authority) {
        return new Cover(
                authority.coversFrom().toEpochMilli(), authority.coversUntil().toEpochMilli());
    }
}
