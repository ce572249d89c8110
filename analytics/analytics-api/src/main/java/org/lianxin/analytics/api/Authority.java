package org.lianxin.analytics.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The legal authority without which there is no case: rows outside its cover are not analysed, and nothing is analysed
 * after it expires.
 *
 * @param number of the document
 * @param issuedBy the body that issued it
 * @param coversFrom first moment covered
 * @param coversUntil first moment no longer covered
 * @param expires last day on which the case may be worked on
 */
public record Authority(String number, String issuedBy, Instant coversFrom, Instant coversUntil, LocalDate expires) {
    public Authority {
        if (number.isBlank() || issuedBy.isBlank()) {
            throw new IllegalArgumentException("An authority needs its number and the body that issued it");
        }
        if (!coversFrom.isBefore(coversUntil)) {
            throw new IllegalArgumentException(
                    "An authority covers from %s until %s: the interval is empty".formatted(coversFrom, coversUntil));
        }
    }

    /** Whether a moment lies within the cover. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(coversFrom) && moment.isBefore(coversUntil);
    }

    /** Whether the case may still be worked on that day. */
    public boolean isInForce(LocalDate today) {
        return !today.isAfter(expires);
    }
}
