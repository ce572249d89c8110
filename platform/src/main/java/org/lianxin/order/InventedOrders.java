package org.lianxin.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

/** What invented colleagues of a demonstration do with orders, as people do it; throws {@link IllegalStateException} in production. */
public interface InventedOrders {

    void sign(UUID order, Viewer by);

    void report(UUID order, Viewer by, String text);

    void askExtension(UUID order, Viewer by, Duration longer, String reason);

    void decideExtension(UUID order, Viewer by, boolean grant, String reason);

    void giveBack(UUID order, Viewer by, String reason);

    void handOver(UUID order, Viewer by, UUID unit, String reason);

    void meet(UUID order, Viewer by, String note);

    /** Waits until no deadline is due, then puts what the ladders did since to the times at which it was due. */
    void settleLadders(Instant since, Duration patience);

    /** Open orders on a case, the oldest first. */
    List<Open> on(SubjectRef subject);

    /** Open orders told to units at or below the path, the oldest first. */
    List<Open> open(UnitPath below);

    record Open(
            UUID id,
            String kind,
            String state,
            IssueOrder.Urgency urgency,
            int rank,
            UUID unitId,
            UnitPath unitPath,
            @Nullable UUID holder,
            SubjectRef subject,
            Instant issuedAt,
            @Nullable Instant signedAt) {}
}
