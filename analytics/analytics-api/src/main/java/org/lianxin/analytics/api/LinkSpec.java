package org.lianxin.analytics.api;

/**
 * Which accounts belong together because they share a device, an address, a number or a holder.
 *
 * @param ignoreSharedByMoreThan an identifier that more accounts share than this says nothing (a mobile carrier's exit,
 *     a shared counter) and joins nobody
 */
public record LinkSpec(int ignoreSharedByMoreThan) {
    public LinkSpec {
        if (ignoreSharedByMoreThan < 1) {
            throw new IllegalArgumentException("The limit must be at least 1, not " + ignoreSharedByMoreThan);
        }
    }
}
