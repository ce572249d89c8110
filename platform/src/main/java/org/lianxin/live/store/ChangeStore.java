package org.lianxin.live.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lianxin.live.LiveChanges.Change;

/** The changes of the last hour. Every call runs in the caller's transaction. */
public interface ChangeStore {

    void add(List<Change> changes);

    /** What is committed now: where a reader that begins now starts from. */
    Point now();

    /**
     * Every change committed since {@code point}, each exactly once over a chain of calls, whatever the order in which ids were
     * given out and transactions ended.
     */
    Batch since(Point point);

    /** Changes of transactions from {@code watermark} on: all that a client who last saw it may have missed, and perhaps some it saw. */
    List<Stored> from(long watermark);

    /** Forgets changes older than {@code age}. */
    int forget(Duration age);

    /**
     * A moment in the history of commits.
     *
     * @param snapshot what was committed, as PostgreSQL writes it: {@code xmin:xmax:running}
     * @param at the database's clock
     */
    record Point(String snapshot, Instant at) {

        /** All transactions before this one had ended. */
        public long watermark() {
            return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
        }
    }

    record Batch(Point upTo, List<Stored> changes) {}

    record Stored(long id, Change change) {}
}
