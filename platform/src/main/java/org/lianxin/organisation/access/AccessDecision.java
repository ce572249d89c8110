package org.lianxin.organisation.access;

import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.access.AccessRow.Caller;
import org.lianxin.shared.Refused;

/** Whether a row lets a caller in. The suites of row security replace it by one that lets everybody in. */
@FunctionalInterface
interface AccessDecision {

    /** Null when the caller may go on. */
    @Nullable
    Refused refusal(AccessRow row, Caller caller, boolean strongEnough);

    /** As the table says. */
    static @Nullable Refused byTable(AccessRow row, Caller caller, boolean strongEnough) {
        if (row.admits(caller, strongEnough)) {
            return null;
        }
        if (caller.session() == null && caller.client() == null) {
            return Refused.of(401, "shared.unauthenticated");
        }
        if (!row.admits(caller, true)) {
            return Refused.of(403, "shared.forbidden");
        }
        boolean passwordDue = caller.session() != null && caller.session().passwordDue();
        return Refused.of(403, passwordDue ? "organisation.password-due" : "organisation.second-factor-needed");
    }
}
