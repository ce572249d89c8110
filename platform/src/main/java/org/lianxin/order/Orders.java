package org.lianxin.order;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

/**
 * The door to orders. All calls run in the caller's {@code ScopedTransactions} transaction: order, deadlines and the
 * caller's own rows commit together or not at all.
 */
public interface Orders {

    /**
     * Issues orders with their ladders' deadlines, set-based. An order whose {@code cause} was issued before is not issued
     * again; its existing id is returned.
     *
     * @return one id per command, in order
     */
    List<UUID> issue(List<IssueOrder> commands);

    /** Signs for an order and starts work on it. */
    SignResult sign(UUID order, Viewer by);

    /**
     * The work is done: called by the subject's module when an outcome is recorded. Cancels the deadlines still ahead.
     * Orders already closed stay as they are.
     *
     * @param note short and free of personal data, for example {@code reached, saved 300000.00}
     */
    void meet(UUID order, String outcomeCode, String note);

    /** Withdraws all open orders on a subject, for example when somebody else reached the person; tells their holders. */
    int withdrawOpen(SubjectRef subject, List<String> kinds, String reason);

    /** The most urgent order of these kinds that waits unsigned in the viewer's unit, signed for by the viewer; never given to two. */
    Optional<UUID> takeNext(Viewer viewer, List<String> kinds);

    /** One order, within the caller's scope. */
    Optional<OrderView> find(UUID order);

    /** All orders on a subject, oldest first, within the caller's scope. */
    List<OrderView> onSubject(SubjectRef subject);

    /** As {@link #onSubject}, for a whole list of a module's cases at once; cases without orders are missing. */
    default Map<UUID, List<OrderView>> onSubjects(String module, Collection<UUID> ids) {
        Map<UUID, List<OrderView>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, onSubject(new SubjectRef(module, id))));
        return all;
    }

    /** Expected answers to {@link #sign}. */
    sealed interface SignResult {
        record Signed(UUID order) implements SignResult {}

        record SignedBySomebodyElse(String staffName) implements SignResult {}

        record Closed(String state) implements SignResult {}

        record Missing() implements SignResult {}
    }
}
