package org.lianxin.order.store;

import java.util.List;
import java.util.Optional;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.Order.LadderRef;

/** Ladders and all their versions. A version never changes. */
public interface LadderStore {

    /** The newest version of each, as of a second ago at most. */
    List<Ladder> live();

    Ladder get(LadderRef ref);

    Optional<Ladder> findLive(String id);

    /** Stores the next version; false when somebody else stored that version first. */
    boolean add(Ladder ladder, String madeBy);
}
