package org.lianxin.audit.store;

import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.store.EntryNotes.Lately;
import org.lianxin.shared.Refused;

/**
 * AU-01: nobody works on more than sixty persons within an hour. Who goes on types why for each, and at three hundred it ends; once
 * an hour the log says so to the privacy officer.
 */
final class ReadingBound {

    static final int USUAL = 60;
    static final int MOST = 300;
    static final String NOTICE = "audit.mass-reading";
    private static final int SHORTEST_REASON = 2;

    private final EntryNotes notes;

    ReadingBound(EntryNotes notes) {
        this.notes = notes;
    }

    /** It was too much; whatever the transaction read is not shown. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Lately lately;
        private final transient Refused refusal;

        Exceeded(Lately lately, Refused refusal) {
            super(refusal);
            this.lately = lately;
            this.refusal = refusal;
        }

        Refused refusal() {
            return refusal;
        }
    }

    /** Call in the transaction of the read, before it. */
    void check(Purpose purpose) {
        Lately lately = notes.lately(purpose.subject().id());
        if (lately.persons() < USUAL) {
            return;
        }
        if (lately.persons() >= MOST) {
            throw new Exceeded(lately, Refused.of(429, "audit.too-many-cases", lately.persons()));
        }
        if (!isSaid(purpose.reason())) {
            throw new Exceeded(lately, Refused.of(422, "audit.say-why", lately.persons()));
        }
        notice(lately);
    }

    /** Call in a transaction that stays. */
    void notice(Exceeded exceeded) {
        notice(exceeded.lately);
    }

    private void notice(Lately lately) {
        if (!lately.noticed()) {
            notes.deed(new Deed(NOTICE, null, lately.persons(), "noticed", null));
        }
    }

    private static boolean isSaid(@Nullable String reason) {
        return reason != null && reason.strip().length() >= SHORTEST_REASON;
    }
}
