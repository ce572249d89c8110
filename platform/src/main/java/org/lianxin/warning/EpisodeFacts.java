package org.lianxin.warning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to warnings, for those who count. History (WA-07) and what was joined into another episode are no warnings and are
 * told as gone. Call as a job, inside a {@code ScopedTransactions} transaction.
 */
public interface EpisodeFacts {

    /**
     * Takes what changed since it was last asked, at most so many changes, for one listener at a time. Taken and forgotten in the caller's transaction, so
     * nothing is lost when that fails; a change that is not committed yet is told the next time.
     */
    Changed takeChanged(int most);

    /** What changed until now is not told any more: for who is about to read all there is, in the same transaction. */
    void forgetChanges();

    /** All there is, in the order of ids: begin with null, go on with the last id. */
    List<EpisodeFact> list(@Nullable UUID after, int most);

    /** @param taken how many episodes were taken */
    record Changed(int taken, List<EpisodeFact> facts, List<UUID> gone) {

        public Changed {
            facts = List.copyOf(facts);
            gone = List.copyOf(gone);
        }
    }
}
