package org.lianxin.warning.callercode;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk of the hotline learns of a code.
 *
 * @param spent why a real code is no good any more; null when it is good, or there is none
 */
public record HotlineAnswer(Verdict verdict, @Nullable Spent spent) {

    /**
     * @param at when it was used, or ended
     * @param usedBy page, message or hotline; null when it ended unused
     */
    public record Spent(Instant at, @Nullable String usedBy) {}
}
