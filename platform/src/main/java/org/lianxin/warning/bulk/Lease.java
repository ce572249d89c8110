package org.lianxin.warning.bulk;

import java.util.UUID;

/** The right of one worker to go on with one import, until it lets the lease run out. */
record Lease(UUID importId, long token) {

    /** Another worker has the import now, or it was cancelled: stop at once. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("the lease was lost", null, false, false);
        }
    }
}
