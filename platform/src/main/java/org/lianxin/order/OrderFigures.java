package org.lianxin.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is under way below a unit, counted. Call inside a {@code ScopedTransactions} transaction; rows out of scope do not count. */
public interface OrderFigures {

    /** Open orders at or below the unit whose next ladder step fires soonest, at most {@code most} of them. */
    List<OrderView> soonest(UUID unit, int most);

    /** One row for every unit directly below that has open orders, itself and all below it counted together. */
    List<Load> loads(UUID unit);

    /** What ran out of time at or below the unit; counted no further than 20,000. */
    Late late(UUID unit);

    /**
     * @param overdue open orders past their deadline, since when the oldest is
     * @param escalated open orders nobody signed for in time, since when the oldest is
     */
    record Late(
            int overdue,
            @Nullable Instant overdueSince,
            int escalated,
            @Nullable Instant escalatedSince) {}

    /**
     * Open orders of one unit and all below it; counted no further than 20,000 in all.
     *
     * @param code the unit's code
     * @param unsigned nobody has signed for them
     * @param moneyMoving of urgency MONEY_IN_MOTION
     * @param life of urgency LIFE
     */
    record Load(String code, int open, int unsigned, int moneyMoving, int life) {}
}
